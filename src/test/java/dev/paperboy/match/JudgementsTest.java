package dev.paperboy.match;

import static dev.paperboy.match.Papers.paper;
import static dev.paperboy.match.Papers.term;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.Criteria;
import dev.paperboy.paper.Abbreviation;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a term meets, judged by people: {@code judgements.txt}. */
class JudgementsTest {

  private static final String BORDER = " ¦ ";

  private static final Analyzer ANALYZER =
      Papers.knowing(
          new Abbreviation("RL", "reinforcement learning", 30),
          new Abbreviation("LLM", "large language model", 50),
          new Abbreviation("SAM", "segment anything model", 9),
          new Abbreviation("RAG", "retrieval-augmented generation", 20),
          new Abbreviation("GAN", "generative adversarial network", 9));

  static Stream<String> judgements() throws IOException {
    try (InputStream in = JudgementsTest.class.getResourceAsStream("judgements.txt")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void a_term_meets_exactly_the_marked_words(String line) {
    String written = line.substring(0, line.indexOf(" | "));
    String text = line.substring(line.indexOf(" | ") + 3).replace('⏎', '\n');
    int border = text.indexOf(BORDER);
    String title = border < 0 ? "" : text.substring(0, border);
    String abstractText = border < 0 ? text : text.substring(border + BORDER.length());
    Paper paper = paper("p", unmarked(title), unmarked(abstractText));
    Criteria criteria =
        new Criteria(List.of(term(written)), List.of(), List.of(), Criteria.Scope.ANYWHERE);

    List<Hit> hits =
        new PaperBatch(List.of(paper), ANALYZER)
            .matches(criteria).stream().flatMap(match -> match.hits().stream()).toList();

    assertThat(marked(paper.title(), hits, Field.TITLE)).isEqualTo(title);
    assertThat(marked(paper.abstractText(), hits, Field.ABSTRACT)).isEqualTo(abstractText);
  }

  private static String marked(String text, List<Hit> hits, Field field) {
    return Highlights.pieces(text, hits.stream().filter(hit -> hit.field() == field).toList())
        .stream()
        .map(piece -> piece.marked() ? "«" + piece.text() + "»" : piece.text())
        .collect(Collectors.joining());
  }

  private static String unmarked(String text) {
    return text.replaceAll("[«»]", "");
  }
}
