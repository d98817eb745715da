package dev.paperboy.text;

import java.util.Set;

/** What stands between a word and the word before it. */
public enum Link {
  /** The border of a field or a sentence: no phrase crosses it. */
  BREAK,
  /** Commas, slashes, brackets, quotes: a phrase crosses it, a compound does not. */
  APART,
  /** White space. */
  SPACE,
  /** A hyphen, or what does its work in {@code R^2}, {@code snake_case}, {@code Q&A}. */
  HYPHEN;

  /** Hyphen-minus, hyphen, non-breaking hyphen, figure dash, en dash, minus, full-width hyphen. */
  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\uFF0D_^&";

  private static final String LATIN_STOPS = ".!?\u2026";
  private static final String IDEOGRAPHIC_STOPS = "\u3002\uFF01\uFF1F\uFF61";

  /** A full stop after these ends no sentence; nor does one after a single letter. */
  private static final Set<String> ABBREVIATIONS =
      Set.of("al", "approx", "cf", "dr", "eq", "etc", "fig", "no", "resp", "sec", "st", "vs");

  /**
   * Judges the characters between two words.
   *
   * @param before the word on the left, folded
   * @param from offset after the word on the left
   * @param to offset of the word on the right
   */
  static Link between(String text, String before, int from, int to) {
    if (to - from == 1) {
      char only = text.charAt(from);
      if (only == ' ' || HYPHENS.indexOf(only) >= 0) {
        return only == ' ' ? SPACE : HYPHEN;
      }
    }
    String gap = visible(text, from, to);
    if (gap.isBlank()) {
      return gap.isEmpty() ? APART : SPACE;
    }
    if (gap.length() <= 2 && gap.chars().allMatch(c -> HYPHENS.indexOf(c) >= 0)) {
      return HYPHEN;
    }
    return endsSentence(gap, before, text.codePointAt(to)) ? BREAK : APART;
  }

  private static boolean endsSentence(String gap, String before, int next) {
    boolean spaced = gap.chars().anyMatch(Character::isWhitespace);
    boolean opens = spaced ? !Character.isLowerCase(next) : Character.isUpperCase(next);
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      if (IDEOGRAPHIC_STOPS.indexOf(c) >= 0) {
        return true;
      }
      // A stop that follows a space belongs to the next word: ".NET".
      boolean stop = LATIN_STOPS.indexOf(c) >= 0 && (i == 0 || gap.charAt(i - 1) != ' ');
      if (stop && opens && !(c == '.' && abbreviates(before))) {
        return true;
      }
    }
    return false;
  }

  private static boolean abbreviates(String word) {
    return ABBREVIATIONS.contains(word)
        || (word.length() == 1 && Character.isLetter(word.charAt(0)));
  }

  /** The gap without format characters, such as the marks for writing direction. */
  private static String visible(String text, int from, int to) {
    StringBuilder gap = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.getType(c) != Character.FORMAT) {
        gap.append(Character.isSpaceChar(c) ? ' ' : c);
      }
    }
    return gap.toString();
  }
}
