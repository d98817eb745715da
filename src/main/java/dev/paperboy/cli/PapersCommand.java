package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.interest.Term;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paperboy papers}. */
@Command(
    name = "papers",
    mixinStandardHelpOptions = true,
    description = "Lists what the archive holds, newest edition first.",
    footer = {
      "%nExamples:",
      "  paperboy papers --since 2025-12-01",
      "  paperboy papers --match \"reinforcement learning\"",
      "  paperboy papers --format json"
    })
final class PapersCommand extends CliCommand {

  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only papers of editions of this day or later.")
  private LocalDate since = BEGINNING;

  @Option(
      names = "--match",
      paramLabel = "TERM",
      description = "Only papers with this term, as in interests: words, =EXACT or prefix*.")
  private @Nullable String match;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @Override
  public Integer call() throws WrongConfig {
    List<Paper> papers;
    try (Application application = config().open()) {
      papers = application.archive().papersSince(since);
    }
    if (match != null) {
      Term term = Term.of(match);
      papers = new PaperBatch(papers).mentioning(term).stream().mapToObj(papers::get).toList();
    }
    if (format == OutputFormat.JSON) {
      console().json(papers.stream().map(PaperDocument::of).toList());
    } else {
      print(papers);
    }
    return DONE;
  }

  private void print(List<Paper> papers) {
    console()
        .table(
            List.of("edition", "key", "title", "votes", "comments"),
            papers.stream()
                .map(
                    paper ->
                        List.of(
                            Integer.toString(paper.edition()),
                            paper.key(),
                            paper.title(),
                            Integer.toString(paper.popularity().votes()),
                            Integer.toString(paper.popularity().comments())))
                .toList());
    console().say("%d papers", papers.size());
  }
}
