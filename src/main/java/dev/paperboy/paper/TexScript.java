package dev.paperboy.paper;

/** How far a script without braces reaches: <code>10^-3</code>, <code>360^circ</code>. */
final class TexScript {

  private static final String BARE_DEGREE = "circ";

  private TexScript() {}

  /**
   * The offset after digits, digits with a sign, a single letter or {@code circ}, or -1 where
   * nothing of that kind starts. A longer word is not meant to be raised.
   */
  static int end(String text, int from, int to) {
    int i = from;
    if (i + 1 < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int digits = i;
    while (i < to && isDigit(text.charAt(i))) {
      i++;
    }
    if (i > digits) {
      return i;
    }
    return letter(text, from, to);
  }

  private static int letter(String text, int from, int to) {
    int i = from;
    while (i < to && i <= from + BARE_DEGREE.length() && TexCommands.isLetter(text.charAt(i))) {
      i++;
    }
    boolean single = i == from + 1;
    return single || text.substring(from, i).equals(BARE_DEGREE) ? i : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
