package dev.paperboy.paper;

/** Where a formula between dollar signs ends, and whether it is one: {@code $5 and $6} is money. */
final class TexMath {

  /** Nobody sets a longer formula in a line of text. */
  private static final int LONGEST = 400;

  private static final String SIGNS = "\\^_{}=<>+-*/|";

  /** So much may stand between dollars in front of a letter, as in <code>$k$NN</code>. */
  private static final int SHORT = 3;

  private TexMath() {}

  /**
   * The offset of the dollar sign that closes the formula whose content starts here, or -1 if this
   * is no formula.
   */
  static int close(String text, int from, int to) {
    int limit = Math.min(to, from + LONGEST);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '$') {
        return isFormula(text, from, i, to) ? i : -1;
      }
    }
    return -1;
  }

  /** The offset of the closing command such as <code>\)</code>, or -1. */
  static int closeCommand(String text, int from, int to, char closer) {
    int limit = Math.min(to, from + LONGEST) - 1;
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == '\\') {
        i++;
        char c = text.charAt(i);
        if (c == closer) {
          return i - 1;
        }
        if (c == '(' || c == '[') {
          return -1;
        }
      }
    }
    return -1;
  }

  private static boolean isFormula(String text, int from, int close, int to) {
    if (from == close || text.charAt(from) == ' ' || text.charAt(close - 1) == ' ') {
      return false;
    }
    char after = close + 1 < to ? text.charAt(close + 1) : ' ';
    String content = text.substring(from, close);
    boolean tex = content.chars().anyMatch(c -> c == '\\' || c == '^' || c == '_' || c == '{');
    if (tex || Character.isDigit(after)) {
      return tex;
    }
    if (Character.isLetter(after) && content.length() > SHORT) {
      return false;
    }
    boolean sign = content.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
    boolean amount = Character.isDigit(content.charAt(0));
    return content.indexOf(' ') < 0 || (sign && !amount);
  }
}
