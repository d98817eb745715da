package dev.paperboy.app;

import dev.paperboy.yaml.Problem;
import java.nio.file.Path;
import java.util.List;

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
    super(Problem.report(file, problems));
  }
}
