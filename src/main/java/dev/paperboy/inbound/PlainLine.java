package dev.paperboy.inbound;

/** Takes from a line what is no word, by one look at each character. */
final class PlainLine {

  private PlainLine() {}

  /** Without punctuation, symbols and white space at both ends; question marks stay. */
  static String bare(String line) {
    return bare(line, "?", true);
  }

  /** Without punctuation and white space at both ends, but for the characters that stay. */
  static String bare(String line, String staying) {
    return bare(line, staying, false);
  }

  private static String bare(String line, String staying, boolean symbols) {
    int from = 0;
    int to = line.length();
    while (from < to && isAround(line.codePointAt(from), staying, symbols)) {
      from += Character.charCount(line.codePointAt(from));
    }
    while (to > from && isAround(line.codePointBefore(to), staying, symbols)) {
      to -= Character.charCount(line.codePointBefore(to));
    }
    return line.substring(from, to);
  }

  private static boolean isAround(int c, String staying, boolean symbols) {
    if (staying.indexOf(c) >= 0) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.SPACE_SEPARATOR ->
          true;
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          symbols;
      default -> Character.isWhitespace(c);
    };
  }

  /** Without marks of quotation at the beginning, and the blank after each. */
  static String unquoted(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == '>') {
      at += at + 1 < line.length() && line.charAt(at + 1) == ' ' ? 2 : 1;
    }
    return line.substring(at);
  }

  /** The beginning of a text, no longer than this. */
  static String start(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
