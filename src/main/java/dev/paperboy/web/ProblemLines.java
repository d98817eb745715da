package dev.paperboy.web;

import dev.paperboy.yaml.Problem;
import java.util.List;
import java.util.Map;

/** Problems of a document as the template {@code problems} shows them. */
final class ProblemLines {

  private ProblemLines() {}

  /** Each with its place, the line, and a caret below the place. */
  static List<Map<String, Object>> of(List<Problem> problems) {
    return problems.stream().map(ProblemLines::lines).toList();
  }

  private static Map<String, Object> lines(Problem problem) {
    // A tab would be wider than the one column that it counts.
    String source = problem.source().replace('\t', ' ');
    int indent = Math.min(problem.column() - 1, source.codePointCount(0, source.length()));
    return Map.of(
        "line", problem.line(),
        "column", problem.column(),
        "message", problem.message(),
        "source", source,
        "caret", " ".repeat(Math.max(0, indent)) + "^");
  }
}
