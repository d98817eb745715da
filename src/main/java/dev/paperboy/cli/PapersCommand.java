package dev.paperboy.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.interest.Term;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Abbreviation;
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
      "  paperboy papers --abbreviations",
      "  paperboy papers --format json"
    })
final class PapersCommand extends CliCommand {

  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  /** An abbreviation as JSON. The names of its fields are a promise. */
  private record AbbreviationDocument(
      @JsonProperty("short_form") String shortForm,
      @JsonProperty("long_form") String longForm,
      int papers) {}

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

  @Option(
      names = "--abbreviations",
      description =
          "Instead of papers, the abbreviations they taught: those that clearly stand for one"
              + " thing, and how many papers say so.")
  private boolean abbreviations;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @Override
  public Integer call() throws WrongConfig {
    if (abbreviations) {
      return listAbbreviations();
    }
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

  private int listAbbreviations() throws WrongConfig {
    if (match != null || !since.equals(BEGINNING)) {
      throw new WrongUse(
          "--abbreviations are of the whole archive: leave out --since and --match.");
    }
    List<Abbreviation> all;
    try (Application application = config().open()) {
      all = application.archive().vocabulary().abbreviations().all();
    }
    if (format == OutputFormat.JSON) {
      console()
          .json(
              all.stream()
                  .map(a -> new AbbreviationDocument(a.shortForm(), a.longForm(), a.papers()))
                  .toList());
    } else {
      console()
          .table(
              List.of("short form", "long form", "papers"),
              all.stream()
                  .map(a -> List.of(a.shortForm(), a.longForm(), Integer.toString(a.papers())))
                  .toList());
      console().say("%d abbreviations", all.size());
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
