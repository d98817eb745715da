package dev.paperboy.interest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.yaml.Problem;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.opentest4j.TestAbortedException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Documents a few mistakes away from a good one: read or explained, and never an exception. */
class InterestsFuzzTest {

  private static final InterestsPrinter PRINTER = new InterestsPrinter();
  private static final InterestsParser PARSER = new InterestsParser(DigestWishes.DEFAULT);

  private static final String GOOD =
      """
      # mine
      interests:
        - reinforcement learning   # RL
        - "=RAG"
        - 'grasp*'
        - name: Machine unlearning
          any: [machine unlearning, "unlearn*"]
          all: language model
          not:
            - survey
          in: title
          boost: 2.5
        - {author: [Ada Bytes, 王小明], organization: NVIDIA, min_votes: 3}
      mute: [blockchain, C++]
      digest:
        every: week
        on: monday
        at: "07:30"
        timezone: Europe/Berlin
        papers: 10
      pause_until: 2030-12-24
      """;

  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n",
          "\r",
          "\t",
          " ",
          "  ",
          "- ",
          ": ",
          ":",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "*",
          "&a ",
          "*a",
          "!",
          "!!int ",
          "|",
          ">",
          "%",
          "#",
          "---\n",
          "...\n",
          "? ",
          "\\",
          "\\u00",
          "=",
          "@",
          "`",
          "~",
          "\u0000",
          "\u0085",
          "\u2028",
          "\u202E",
          "\uFEFF",
          "\uD83D",
          "\uD83D\uDE00",
          "the",
          "on",
          "null",
          "-1",
          "1e99",
          "any",
          "author: ",
          "min_votes: ",
          "<<: ");

  @Property(tries = 500)
  void a_document_with_mistakes_is_read_or_explained(@ForAll("mistaken") String document) {
    many_documents_with_mistakes_are_read_or_explained(document);
  }

  @Tag("full")
  @Property(tries = 3000)
  void many_documents_with_mistakes_are_read_or_explained(@ForAll("mistaken") String document) {
    Parsed parsed = PARSER.parse(document);
    assertThat(parsed.interests().isPresent()).isEqualTo(parsed.problems().isEmpty());
    assertThat(parsed.problems()).allSatisfy(InterestsFuzzTest::assertHelpful);
    parsed
        .interests()
        .ifPresent(
            read -> assertThat(PARSER.parse(PRINTER.print(read)).interests()).contains(read));
  }

  @Property(tries = 300, maxDiscardRatio = 20)
  void what_the_parser_accepts_the_schema_accepts(@ForAll("mistaken") String document) {
    all_that_the_parser_accepts_the_schema_accepts(document);
  }

  @Tag("full")
  @Property(tries = 2000, maxDiscardRatio = 20)
  void all_that_the_parser_accepts_the_schema_accepts(@ForAll("mistaken") String document) {
    // These end a line in YAML 1.1 and are characters like others in YAML 1.2, which editors read.
    Assume.that(document.chars().noneMatch(c -> c == 0x85 || c == 0x2028 || c == 0x2029));
    Assume.that(PARSER.parse(document).problems().isEmpty());
    List<String> complaints;
    try {
      complaints = EditorSchema.complaints(document);
    } catch (YamlEngineException e) {
      // Nor is all YAML 1.1 also YAML 1.2, such as a text that begins with a percent sign.
      throw new TestAbortedException(e.getMessage(), e);
    }
    assertThat(complaints).isEmpty();
  }

  private static void assertHelpful(Problem problem) {
    assertThat(problem.line()).isPositive();
    assertThat(problem.column()).isPositive();
    assertThat(problem.message()).matches("[A-Z\"].*[.?]").hasSizeLessThan(250);
    assertThat(problem.toString()).doesNotContain("\u202E", "\u0000");
  }

  @Provide
  Arbitrary<String> mistaken() {
    return mistake()
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            mistakes -> {
              String document = GOOD;
              for (Mistake mistake : mistakes) {
                document = mistake.in(document);
              }
              return document;
            });
  }

  private static Arbitrary<Mistake> mistake() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of(PIECES)),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(5)),
            Tuple.of(3, Arbitraries.just("")));
    return Combinators.combine(
            Arbitraries.integers().between(0, GOOD.length()),
            Arbitraries.integers().between(0, 12),
            pieces,
            Arbitraries.integers().between(1, 3))
        .as(Mistake::new);
  }

  /** Some characters from a place on taken out, and a piece put there, once or more. */
  private record Mistake(int at, int length, String piece, int times) {
    String in(String document) {
      int from = Math.min(at, document.length());
      int to = Math.min(from + length, document.length());
      return document.substring(0, from) + piece.repeat(times) + document.substring(to);
    }
  }
}
