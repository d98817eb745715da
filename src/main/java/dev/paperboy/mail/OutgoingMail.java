package dev.paperboy.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient, complete: what stands in it is what is sent.
 *
 * @param envelope who bounces go to, and who receives it
 * @param head the headers that every mail has
 * @param headers further headers, such as {@code List-Id}, in order
 * @param body the same content twice, as text and as HTML
 */
public record OutgoingMail(Envelope envelope, MailHead head, List<Header> headers, MailBody body) {

  public OutgoingMail {
    headers = List.copyOf(headers);
  }

  /**
   * The SMTP envelope: MAIL FROM and the one RCPT TO.
   *
   * @param sender who bounces go to; null: to nobody (the null reverse-path, RFC 5321 section
   *     4.5.5), as an answer to a mail wants it
   */
  public record Envelope(@Nullable EmailAddress sender, EmailAddress recipient) {}

  /** A header field; its value is text without line breaks. */
  public record Header(String name, String value) {}

  /**
   * The content.
   *
   * @param text the plain text part; each line is a paragraph
   * @param html the HTML part; null for a mail in plain text only
   */
  public record MailBody(BodyText text, @Nullable BodyText html) {

    /** The content as one passage each. */
    public MailBody(String text, @Nullable String html) {
      this(
          new BodyText(List.of(Passage.plain(text))),
          html == null ? null : new BodyText(List.of(Passage.html(html))));
    }

    /** The length of both parts as sent. */
    int encodedOctets() {
      return text.encodedOctets() + (html == null ? 0 : html.encodedOctets());
    }

    /** What most people will see: the HTML if there is any. */
    public BodyText shown() {
      return html == null ? text : html;
    }
  }
}
