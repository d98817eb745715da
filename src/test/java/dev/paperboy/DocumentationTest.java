package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.ConfigReader;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.EditorSchema;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.interest.Term;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.WaitReason;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Listings;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the documentation shows is true. */
class DocumentationTest {

  private static final Pattern YAML =
      Pattern.compile("(?m)^ *```yaml\\R(.*?)^ *```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.+) \\| (.+) \\|$");
  private static final Pattern PAIR = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\|$");
  private static final Pattern PICTURE = Pattern.compile("([\\w./-]+\\.png)");
  private static final Path INTERESTS = Path.of("docs/interests.md");
  private static final InterestsParser PARSER = new InterestsParser(DigestWishes.DEFAULT);

  @TestFactory
  Stream<DynamicTest> every_interests_document_shown_can_be_used() throws IOException {
    return Stream.concat(blocks("docs/interests.md"), blocks("README.md"))
        .filter(yaml -> yaml.contains("interests:"))
        .map(
            yaml ->
                DynamicTest.dynamicTest(
                    yaml.lines().findFirst().orElse(""),
                    () -> {
                      InterestsParser.Parsed parsed = PARSER.parse(yaml);
                      assertThat(parsed.problems()).isEmpty();
                      assertThat(parsed.interests()).isPresent();
                      assertThat(EditorSchema.complaints(yaml)).isEmpty();
                    }));
  }

  @Test
  void the_configuration_shown_can_be_used() throws IOException, WrongConfig {
    String yaml =
        blocks("README.md").filter(block -> block.contains("base_url")).findFirst().orElseThrow();
    assertThat(
            ConfigReader.read(yaml, Path.of("config.yml"), Map.of("PAPERBOY_SMTP_PASSWORD", "x"))
                .mailing()
                .smtp()
                .server()
                .host())
        .isEqualTo("smtp.example.org");
  }

  @Test
  void the_problem_shown_is_the_problem_given() throws IOException {
    String problem = PARSER.parse("interests:\n- any: [robot]\n  naem: x\n").problems().get(0) + "";
    assertThat(Files.readString(INTERESTS)).contains("```\n" + problem + "\n```");
  }

  @Test
  void what_says_too_little_is_a_problem_and_what_to_write_is_none() throws IOException {
    List<MatchResult> rows = PAIR.matcher(Files.readString(INTERESTS)).results().toList();
    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(problems(row.group(1))).hasSize(1);
              assertThat(problems(row.group(2))).isEmpty();
            });
  }

  private static List<Problem> problems(String term) {
    return PARSER.parse("interests: robots\nmute: ['" + term + "']").problems();
  }

  @TestFactory
  Stream<DynamicTest> every_term_shown_meets_what_the_page_says() throws IOException {
    List<MatchResult> rows = ROW.matcher(section("## What a term meets")).results().toList();
    assertThat(rows).hasSizeGreaterThan(5);
    return rows.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.group(1),
                    () -> {
                      Term term = Term.of(row.group(1));
                      words(row.group(2))
                          .forEach(word -> assertThat(meets(term, word)).as(word).isTrue());
                      words(row.group(3))
                          .forEach(word -> assertThat(meets(term, word)).as(word).isFalse());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_author_shown_meets_whom_the_page_says() throws IOException {
    List<MatchResult> rows =
        ROW.matcher(section("### Authors and organizations")).results().toList();
    assertThat(rows).hasSizeGreaterThan(3);
    return rows.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.group(1),
                    () -> {
                      words(row.group(2))
                          .forEach(name -> assertThat(by(row.group(1), name)).as(name).isTrue());
                      words(row.group(3))
                          .forEach(name -> assertThat(by(row.group(1), name)).as(name).isFalse());
                    }));
  }

  private static boolean by(String wanted, String author) {
    PaperDetails details =
        new PaperDetails(null, "Title", "", Authors.named(List.of(author)), null, null, Links.NONE);
    Paper paper = new Paper("key", details, Popularity.NONE, 1, new Paper.Mentions("a", "a"));
    Criteria criteria =
        PARSER
            .parse("interests: [{author: '" + wanted + "'}]")
            .interests()
            .orElseThrow()
            .interests()
            .get(0)
            .criteria();
    return !new PaperBatch(List.of(paper)).matches(criteria).isEmpty();
  }

  private static String section(String heading) throws IOException {
    String page = Files.readString(INTERESTS);
    int begin = page.indexOf(heading + "\n");
    return page.substring(begin, page.indexOf("\n## ", begin));
  }

  private static boolean meets(Term term, String title) {
    Listing listing = Listings.listing(null, "On " + title + " and more", "");
    Paper paper =
        new Paper("key", listing.details(), listing.popularity(), 1, new Paper.Mentions("a", "a"));
    return !new PaperBatch(List.of(paper)).mentioning(term).isEmpty();
  }

  private static Stream<String> words(String cell) {
    return Arrays.stream(cell.split(",")).map(String::strip);
  }

  @Test
  void every_picture_shown_is_there_and_every_one_there_is_shown() throws IOException {
    List<Path> shown = new ArrayList<>();
    for (String page : List.of("README.md", "docs/templates.md")) {
      PICTURE
          .matcher(Files.readString(Path.of(page)))
          .results()
          .map(match -> Path.of(page).resolveSibling(match.group(1)))
          .forEach(shown::add);
    }
    try (Stream<Path> files = Files.list(Path.of("docs/images"))) {
      assertThat(shown).containsExactlyInAnyOrderElementsOf(files.toList());
    }
    assertThat(shown).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(250_000));
  }

  @Test
  void every_state_of_a_delivery_and_all_it_can_wait_for_are_explained() throws IOException {
    String page = Files.readString(Path.of("docs/operations.md"));
    Stream.concat(
            Arrays.stream(Delivery.State.values()).map(Delivery.State::word),
            Arrays.stream(WaitReason.values()).map(WaitReason::word))
        .forEach(word -> assertThat(page).contains("\n| " + word + " | "));
  }

  private static Stream<String> blocks(String file) throws IOException {
    return YAML.matcher(Files.readString(Path.of(file)))
        .results()
        .map(match -> match.group(1).stripIndent());
  }
}
