package dev.paperboy.paper;

/** Runs of one and the same character. */
final class Runs {

  private Runs() {}

  /** How often the character here is repeated. */
  static int length(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) == text.charAt(from)) {
      i++;
    }
    return i - from;
  }

  /** Whether a word begins right after the run, and none ends before it. */
  static boolean opensWord(String text, int from, int length, int to) {
    boolean free = from == 0 || " ([".indexOf(text.charAt(from - 1)) >= 0;
    return free && from + length < to && Character.isLetterOrDigit(text.charAt(from + length));
  }
}
