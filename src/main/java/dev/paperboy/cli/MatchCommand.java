package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.digest.Past;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.match.Advice;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy match}. */
@Command(
    name = "match",
    header = "Tries interests on the archive.",
    mixinStandardHelpOptions = true,
    description = {
      "Tries interests on the archive: what each would have found, how many papers a day, what is",
      "too wide or too narrow, and why each paper is there. Sends nothing and changes nothing.",
      "The days end with the newest list in the archive."
    },
    footer = {
      "%nExamples:",
      "  paperboy match interests.yml",
      "  paperboy match interests.yml --days 90 --examples 10",
      "  paperboy match - --format json < interests.yml"
    })
final class MatchCommand extends CliCommand {

  @Parameters(paramLabel = "FILE", description = "Interests in YAML; - reads standard input.")
  private String file = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days to look back; default ${DEFAULT-VALUE}.")
  private int days = 30;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "Papers shown for each interest; default ${DEFAULT-VALUE}.")
  private int examples = 3;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. JSON has every paper.")
  private OutputFormat format = OutputFormat.TABLE;

  @Override
  public Integer call() throws WrongConfig {
    if (days < 1 || examples < 0) {
      throw new WrongUse("--days must be at least 1, and --examples at least 0.");
    }
    String document = InterestsInput.read(file, List.of());
    try (Application application = config().open()) {
      Parsed parsed = application.readership().parser().parse(document);
      if (parsed.interests().isEmpty()) {
        warn("The interests have problems:");
        parsed.problems().forEach(problem -> warn(problem.toString()));
        return WRONG_USE;
      }
      return match(application, parsed.interests().get());
    }
  }

  private Integer match(Application application, Interests interests) {
    Past past = Past.of(application.archive(), days);
    if (past.isEmpty()) {
      warn("The archive is empty. Take in a dump first: paperboy ingest FILE");
      return FAILED;
    }
    Advice advice = past.advice(interests);
    if (format == OutputFormat.JSON) {
      console().json(MatchDocument.of(past, advice));
    } else {
      new AdviceLines(console(), examples).print(past, advice);
    }
    return DONE;
  }
}
