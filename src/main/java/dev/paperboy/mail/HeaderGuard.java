package dev.paperboy.mail;

import java.util.regex.Pattern;

/**
 * The one gate that every header value passes. The mail library lets line breaks through, and a
 * line break in a header is a header of somebody else's choice.
 */
final class HeaderGuard {

  /** Longer free text is cut: no subject or name of ours needs more, and a line has 998 octets. */
  private static final int LONGEST_TEXT = 300;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,75}");

  private HeaderGuard() {}

  /**
   * Free text, such as a subject or a person's name: anything that is no plain character becomes a
   * space, and runs of white space become one. {@code =?} is parted, so that text which looks like
   * an encoded word (RFC 2047) is shown as it is written.
   */
  static String text(String raw) {
    String line = MailText.clean(raw.replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+", " ")).strip();
    return MailText.cut(line.replace("=?", "= ?"), LONGEST_TEXT).strip();
  }

  /**
   * A value that a machine reads; to change it would be to change its meaning.
   *
   * @throws IllegalArgumentException if it has a line break or another control character, or is
   *     blank
   */
  static String exact(String name, String value) {
    if (value.isBlank() || hasControl(value)) {
      throw new IllegalArgumentException("The header " + name + " has no value that can be sent.");
    }
    return value;
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
        return true;
      }
    }
    return false;
  }

  /**
   * A header's name (RFC 5322 section 2.2).
   *
   * @throws IllegalArgumentException if it is not one
   */
  static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A header's name has other characters than A-Z, 0-9, -.");
    }
    return name;
  }

  /**
   * An address as it may stand in a header or in an SMTP command.
   *
   * @throws IllegalArgumentException if it was made past {@link EmailAddress#parse}
   */
  static String address(EmailAddress address) {
    String text = address.toString();
    if (EmailAddress.parse(text).filter(address::equals).isEmpty()) {
      throw new IllegalArgumentException("An address of this mail is not of the form of RFC 5321.");
    }
    return text;
  }
}
