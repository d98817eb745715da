package dev.paperboy.paper;

/** Where a web address begins and ends inside a text. */
final class WebAddress {

  private static final String ENDS = "<>\"{}|^`";

  /** What TeX authors escape inside addresses. */
  private static final String ESCAPED = "_%#&~";

  private static final String GLUE = ".,;:!?)]";

  private WebAddress() {}

  /** The offset after the address that starts here, or -1 if none does. */
  static int end(String text, int start, int to) {
    int from = afterScheme(text, start);
    if (from < 0 || from >= to) {
      return -1;
    }
    int open = 0;
    int i = from;
    for (; i < to; i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        open++;
      } else if (((c == ')' || c == ']') && --open < 0) || endsAt(text, i)) {
        break;
      }
    }
    return i > from ? i : -1;
  }

  /** Whether the address is glued to a word and needs a space in front. */
  static boolean needsSpace(CharSequence before) {
    if (before.length() == 0) {
      return false;
    }
    char last = before.charAt(before.length() - 1);
    return Character.isLetterOrDigit(last) || GLUE.indexOf(last) >= 0;
  }

  /** The address without TeX's backslashes. */
  static String plain(String text, int start, int end) {
    return text.substring(start, end).replace("\\", "");
  }

  private static int afterScheme(String text, int start) {
    if (text.regionMatches(true, start, "https://", 0, 8)) {
      return start + 8;
    }
    if (text.regionMatches(true, start, "http://", 0, 7)) {
      return start + 7;
    }
    boolean word = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    return !word && text.regionMatches(true, start, "www.", 0, 4) ? start + 4 : -1;
  }

  private static boolean endsAt(String text, int i) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    if (c == '\\') {
      return ESCAPED.indexOf(next) < 0;
    }
    return c <= ' ' || c > '~' || ENDS.indexOf(c) >= 0 || (c == '\'' && next == '\'');
  }
}
