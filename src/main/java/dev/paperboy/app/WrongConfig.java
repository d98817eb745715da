package dev.paperboy.app;

import dev.paperboy.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot be used. The message is the whole text for the operator: the file and
 * every problem with its place, its line and a caret; no secret stands in it.
 */
public final class WrongConfig extends Exception {

  private static final long serialVersionUID = 1L;

  WrongConfig(Path file, String sentence) {
    super(file + ": " + sentence);
  }

  WrongConfig(Path file, List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("%n%n".formatted(), heading(file, problems), "")));
  }

  private static String heading(Path file, List<Problem> problems) {
    String count = problems.size() == 1 ? "a problem" : problems.size() + " problems";
    return "%s has %s.%n%n".formatted(file, count);
  }
}
