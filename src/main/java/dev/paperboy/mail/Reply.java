package dev.paperboy.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server's reply (RFC 5321 section 4.2).
 *
 * @param code three digits; -1 where the connection ended, or what came was no reply
 * @param text all lines as they came
 */
record Reply(int code, String text) {

  private static final int LONGEST_SHOWN = 300;

  /** A reply that never came. */
  static final Reply NONE = new Reply(-1, "");

  /** Whether a server said anything that can be understood. */
  boolean came() {
    return code >= 200 && code < 600;
  }

  /** Whether nothing came at all; the mail library writes down the end of a connection so. */
  boolean isLost() {
    return code < 0 && (text.isBlank() || text.equals("[EOF]"));
  }

  boolean isPermanent() {
    return code >= 500 && code < 600;
  }

  /** The first enhanced status code (RFC 3463), on whatever line. */
  StatusCode status() {
    return StatusCode.firstIn(text);
  }

  /** Text for people and for a database column: one line, no control characters, not long. */
  static String shown(@Nullable String text) {
    String line = text == null ? "" : text.replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
    return MailText.cut(MailText.clean(line), LONGEST_SHOWN);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d %s", code, shown(text));
  }
}
