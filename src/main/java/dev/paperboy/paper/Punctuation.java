package dev.paperboy.paper;

/** Dashes and ties as TeX authors type them. */
final class Punctuation {

  private static final String ENDS_OF_WORDS = ".,;:)]}'%";

  private Punctuation() {}

  /** A tilde joins two words by a space; in front of a number it means "about" and stays. */
  static int tie(String text, int i, int to, boolean math, StringBuilder out) {
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    char after = i + 1 < to ? text.charAt(i + 1) : ' ';
    boolean range = Character.isDigit(before) && Character.isDigit(after);
    boolean joins = Character.isLetterOrDigit(before) || ENDS_OF_WORDS.indexOf(before) >= 0;
    out.append(math || (joins && after != ' ' && !range) ? ' ' : '~');
    return i + 1;
  }

  /** Two hyphens are a dash, three a long one; arrows and rules stay. */
  static int dash(String text, int i, int to, StringBuilder out) {
    int length = Runs.length(text, i, to);
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    char after = i + length < to ? text.charAt(i + length) : ' ';
    boolean arrow = after == '>' || before == '<' || before == '!';
    if (length == 2 && !arrow) {
      out.append('–');
    } else if (length == 3 && !arrow) {
      out.append('—');
    } else {
      out.append(text, i, i + length);
    }
    return i + length;
  }
}
