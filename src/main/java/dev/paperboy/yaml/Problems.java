package dev.paperboy.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was found wrong in one document so far. Reading goes on after a problem, so that a person
 * gets all of them at once. Not for use by several threads at once.
 */
public final class Problems {

  private static final int MOST = 100;
  private static final int MOST_OF_A_LINE = 200;

  private final String shown;
  private final List<Found> found = new ArrayList<>();

  private record Found(int line, int column, String message) {}

  /**
   * No problems yet.
   *
   * @param shown what problems quote their lines from: the document, or the document with its
   *     secrets masked, line by line
   */
  public Problems(String shown) {
    this.shown = shown;
  }

  /** Adds a problem; line and column are counted from 1. */
  public void add(int line, int column, String message) {
    found.add(new Found(line, column, message));
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Ordered by place; of very many the first hundred found, the last of which says so. */
  public List<Problem> list() {
    List<String> lines = found.isEmpty() ? List.of() : linesOf(shown);
    List<Problem> sorted =
        found.stream()
            .limit(MOST)
            .sorted(Comparator.comparingInt(Found::line).thenComparingInt(Found::column))
            .map(place -> problem(place, lines))
            .toList();
    if (found.size() <= MOST) {
      return sorted;
    }
    List<Problem> cut = new ArrayList<>(sorted);
    Problem last = cut.remove(MOST - 1);
    String more = "Mend the problems above first: there are more.";
    cut.add(new Problem(last.line(), last.column(), more, last.source()));
    return List.copyOf(cut);
  }

  /** More would not be shown: time to stop looking. */
  boolean isFull() {
    return found.size() > MOST;
  }

  boolean anyInLine(int line) {
    return found.stream().anyMatch(problem -> problem.line() == line);
  }

  private static Problem problem(Found place, List<String> lines) {
    String source = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    return new Problem(place.line(), place.column(), place.message(), cut(source, MOST_OF_A_LINE));
  }

  /** The lines as YAML 1.1 counts them, without their ends and without a byte order mark. */
  static List<String> linesOf(String text) {
    return List.of(withoutMark(text).split("\r\n|[\n\r\u0085\u2028\u2029]", -1));
  }

  static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Fit for a terminal: nothing that moves the cursor or turns the direction of writing. */
  static String cut(String text, int most) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(most).map(Problems::harmless).forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > most
        ? shown.append('…').toString()
        : shown.toString();
  }

  private static int harmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\t' ? ' ' : 0xFFFD;
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          0xFFFD;
      default -> character;
    };
  }
}
