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

  /** The SMTP envelope: MAIL FROM and the one RCPT TO. */
  public record Envelope(EmailAddress sender, EmailAddress recipient) {}

  /** A header field; its value is text without line breaks. */
  public record Header(String name, String value) {}

  /**
   * The content.
   *
   * @param text the plain text part
   * @param html the HTML part; null for a mail in plain text only
   */
  public record MailBody(String text, @Nullable String html) {}
}
