package dev.paperboy.yaml;

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

  /** The problem in three lines: place and sentence, the line, and a caret under the place. */
  @Override
  public String toString() {
    int indent = Math.min(column - 1, source.codePointCount(0, source.length()));
    return "line %d, column %d: %s%n  %s%n  %s^"
        .formatted(line, column, message, source, " ".repeat(Math.max(0, indent)));
  }
}
