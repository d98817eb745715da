package dev.paperboy.yaml;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something wrong in a document, for the person who wrote it.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param message one sentence that says what to do
 * @param source the offending line as written; cut where it is very long, control characters
 *     replaced one for one
 */
public record Problem(int line, int column, String message, String source) {

  /** All problems of a file under a heading, with an empty line between; for an operator. */
  public static String report(Object file, List<Problem> problems) {
    String count = problems.size() == 1 ? "a problem" : problems.size() + " problems";
    return problems.stream()
        .map(Problem::toString)
        .collect(
            Collectors.joining("%n%n".formatted(), "%s has %s.%n%n".formatted(file, count), ""));
  }

  /** The problem in three lines: place and sentence, the line, and a caret under the place. */
  @Override
  public String toString() {
    int indent = Math.min(column - 1, source.codePointCount(0, source.length()));
    return "line %d, column %d: %s%n  %s%n  %s^"
        .formatted(line, column, message, source, " ".repeat(Math.max(0, indent)));
  }
}
