package dev.paperboy.cli;

import dev.paperboy.subscriber.Change;
import dev.paperboy.yaml.Problem;
import java.util.List;

/** What came of a change, for people. */
final class Changes {

  private Changes() {}

  static int report(CliCommand command, Change change, String done) {
    if (change instanceof Change.Done ok) {
      command
          .console()
          .say(
              "%s: %s; next digest due %s",
              ok.subscriber().address(), done, ok.subscriber().progress().nextDigestAt());
      return CliCommand.DONE;
    }
    if (change instanceof Change.Rejected rejected) {
      return reject(command, rejected.problems());
    }
    return CliCommand.FAILED;
  }

  /** Prints all problems of an interests document. */
  static int reject(CliCommand command, List<Problem> problems) {
    command.warn("Nothing was changed. The interests have problems:");
    problems.forEach(problem -> command.warn(problem.toString()));
    return CliCommand.WRONG_USE;
  }
}
