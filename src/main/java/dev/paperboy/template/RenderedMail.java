package dev.paperboy.template;

import dev.paperboy.mail.BodyText;
import dev.paperboy.mail.OutgoingMail.MailBody;
import org.jspecify.annotations.Nullable;

/**
 * The words of a mail as a reader sees them.
 *
 * @param subject one line, at most 150 characters
 * @param body the same words and links in the same order, as text and, where the reader wants it,
 *     as HTML
 */
public record RenderedMail(String subject, MailBody body) {

  /** The text part; each line is a paragraph. */
  public String text() {
    return body.text().toString();
  }

  /** The HTML part; null where the reader wants plain text. */
  public @Nullable String html() {
    BodyText html = body.html();
    return html == null ? null : html.toString();
  }
}
