package dev.paperboy.notice;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a reader's wish came in, which decides how the notice about it is addressed.
 *
 * @param inReplyTo the Message-ID of the mail that brought it, with angle brackets, {@code ""}
 *     where it had none; null: it came by the web or the command line
 */
public record Origin(@Nullable String inReplyTo) {

  /** By a page, a command, or on its own. */
  public static final Origin NO_MAIL = new Origin(null);

  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{3,248}>");

  /** By a mail with this Message-ID; one that is none counts as missing. */
  public static Origin mail(String messageId) {
    return new Origin(MESSAGE_ID.matcher(messageId).matches() ? messageId : "");
  }
}
