package dev.paperboy.match;

import static dev.paperboy.match.Papers.paper;
import static dev.paperboy.match.Papers.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.interest.Criteria;
import dev.paperboy.paper.Paper;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The traps that were measured, on real text captures of the list. */
@Tag("full")
class RealPapersTest {

  private static final Path CAPTURES = Path.of("../shared/data/captures");
  private static final int SHORTEST_ABSTRACT = 250;

  private static List<Paper> papers = List.of();

  @BeforeAll
  static void read_the_captures() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "no real captures at " + CAPTURES);
    List<Paper> all = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      all.addAll(papersIn(CAPTURES.resolve("daily-papers-" + name + ".txt")));
    }
    papers = all;
  }

  /** Crude, and enough here: an abstract is a long line, its title the line before. */
  private static List<Paper> papersIn(Path capture) throws IOException {
    List<String> lines = Files.readAllLines(capture).stream().filter(l -> !l.isBlank()).toList();
    List<Paper> papers = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).length() >= SHORTEST_ABSTRACT) {
        papers.add(paper(capture.getFileName() + ":" + i, lines.get(i - 1), lines.get(i)));
      }
    }
    return papers;
  }

  @Test
  void the_captures_hold_the_papers_they_are_known_to_hold() {
    assertThat(papers).hasSizeBetween(180, 190);
  }

  @Test
  void rl_is_found_as_a_word_and_not_inside_words() {
    assertThat(wordsMetBy("rl"))
        .isSubsetOf("rl", "rls", "reinforcement learning", "reinforcement-learning");
    long inside = papers.stream().filter(paper -> text(paper).contains("rl")).count();
    assertThat(new PaperBatch(papers).mentioning(term("=RL")).cardinality())
        .isPositive()
        .isLessThan((int) inside / 2);
  }

  @Test
  void a_term_finds_its_plural() {
    assertThat(wordsMetBy("diffusion model")).contains("diffusion model", "diffusion models");
    assertThat(wordsMetBy("agent")).contains("agent", "agents").doesNotContain("agentic");
    assertThat(wordsMetBy("policies")).contains("policy").doesNotContain("police");
  }

  @Test
  void compounds_are_found_in_every_spelling() {
    assertThat(wordsMetBy("finetuning")).contains("fine-tuning", "finetuning", "fine-tuned");
    assertThat(wordsMetBy("fine tuning")).isEqualTo(wordsMetBy("finetuning"));
  }

  @Test
  void nothing_unrelated_shares_a_stem() {
    assertThat(wordsMetBy("university")).isSubsetOf("university", "universities");
    assertThat(wordsMetBy("organ")).isSubsetOf("organ", "organs");
    assertThat(wordsMetBy("latent")).isSubsetOf("latent", "latents");
    assertThat(wordsMetBy("generation")).isSubsetOf("generation", "generations");
  }

  @Test
  void every_word_of_every_paper_finds_that_paper() {
    PaperBatch batch = new PaperBatch(papers);
    for (int index = 0; index < papers.size(); index++) {
      Paper paper = papers.get(index);
      for (Word word : WordScanner.words(paper.abstractText())) {
        String written = paper.abstractText().substring(word.start(), word.end());
        assertThat(batch.mentioning(term(written)).get(index)).as(written).isTrue();
      }
    }
  }

  private static Set<String> wordsMetBy(String written) {
    Criteria criteria =
        new Criteria(List.of(term(written)), List.of(), List.of(), Criteria.Scope.ANYWHERE);
    return new PaperBatch(papers)
        .matches(criteria).stream()
            .flatMap(match -> match.hits().stream().map(hit -> words(match.paper(), hit)))
            .collect(Collectors.toSet());
  }

  private static String words(Paper paper, Hit hit) {
    String text = hit.field() == Field.TITLE ? paper.title() : paper.abstractText();
    return text.substring(hit.start(), hit.end()).toLowerCase(Locale.ROOT);
  }

  private static String text(Paper paper) {
    return (paper.title() + " " + paper.abstractText()).toLowerCase(Locale.ROOT);
  }
}
