package dev.paperboy.lint;

import java.util.regex.Pattern;

/** What a token looks like that nobody can guess. */
final class TokenForm {

  /** 128 bit are 22 characters of base64. */
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{22,}");

  private TokenForm() {}

  /** Whether the whole text is long enough, and of the characters that need no escape. */
  static boolean isOpaque(String text) {
    return OPAQUE.matcher(text).matches();
  }

  /** Whether some piece of the text is. */
  static boolean hasOpaque(String text) {
    return OPAQUE.matcher(text).find();
  }
}
