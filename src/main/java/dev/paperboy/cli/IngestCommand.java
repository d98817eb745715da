package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.dump.DumpIngester;
import dev.paperboy.dump.IngestResult;
import dev.paperboy.dump.IngestResult.TakenIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy ingest}. */
@Command(
    name = "ingest",
    header = "Takes dumps into the archive.",
    mixinStandardHelpOptions = true,
    description = {
      "Takes these dumps into the archive, in this order. The files stay where they are; one that",
      "came in before is recognised by its content. Papers of dumps older than dumps.mail_max_age",
      "go to the archive only and are never mailed."
    },
    footer = {
      "%nExamples:",
      "  paperboy ingest saved-page.txt 2025-12-05.json",
      "  paperboy ingest --archive-only back-files/*.json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every file was taken in or seen before", "1:some file was refused"})
final class IngestCommand extends CliCommand {

  @Option(names = "--archive-only", description = "Never mail these papers, however new they are.")
  private boolean archiveOnly;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Dumps, in any known format.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws WrongConfig {
    List<IngestResult> results = new ArrayList<>();
    try (Application application = config().open()) {
      DumpIngester ingester = application.ingester();
      for (Path file : files) {
        IngestResult result = ingester.takeIn(file, archiveOnly);
        results.add(result);
        IngestLines.print(console(), result);
      }
    }
    if (files.size() > 1) {
      console().say(IngestLines.sum(results));
    }
    if (!archiveOnly && results.stream().anyMatch(IngestCommand::setAside)) {
      console().say("Some dumps are older than dumps.mail_max_age: archive only, never mailed.");
    }
    return results.stream().anyMatch(IngestResult.Refused.class::isInstance) ? FAILED : DONE;
  }

  private static boolean setAside(IngestResult result) {
    return result instanceof TakenIn taken && taken.archiveOnly() && taken.recorded().added() > 0;
  }
}
