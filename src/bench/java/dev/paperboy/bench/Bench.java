package dev.paperboy.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The way in: one sub-command for each area. */
@Command(
    name = "bench",
    description = "Measures Paperboy on real papers; docs/performance.md holds what came out.",
    mixinStandardHelpOptions = true,
    subcommands = {
      MatchingCommand.class,
      RunCommand.class,
      DeliveryCommand.class,
      QualityCommand.class,
      StemmersCommand.class,
      WebCommand.class
    })
public final class Bench {

  private Bench() {}

  /** Exit codes: 0 done, 1 a goal was missed or a result is wrong, 2 wrong use. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
