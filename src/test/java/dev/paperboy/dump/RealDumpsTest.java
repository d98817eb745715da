package dev.paperboy.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.paper.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("full")
class RealDumpsTest {

  private static final Path DATA = Path.of("../shared/data");
  private static final long LIMIT = 1 << 25;
  private static final Pattern FOOTER = Pattern.compile("(?m)^·$");

  @BeforeAll
  static void data_is_there() {
    assumeTrue(Files.isDirectory(DATA), "no real data in " + DATA);
  }

  @ParameterizedTest
  @CsvSource({
    "daily-papers-a.txt, 43, 2025-12-05",
    "daily-papers-b.txt, 81, 2025-10-31",
    "daily-papers-c.txt, 66, 2025-11-04"
  })
  void captures_come_in_whole(String name, int papers, String day) throws Exception {
    DumpFile file = DumpFile.read(DATA.resolve("captures").resolve(name), LIMIT);
    Instant aYearLater = Instant.parse("2026-11-21T00:00:00Z");

    DumpContent content =
        new DumpReaders().read(new DumpFile(name, aYearLater, file.text(), file.hash()));

    assertThat(content.date().day()).isEqualTo(day);
    assertThat(content.problems()).isEmpty();
    List<Listing> listings = content.listings();
    assertThat(listings).hasSize(papers);
    assertThat(listings.stream().filter(l -> l.details().published() != null))
        .hasSize((int) FOOTER.matcher(file.text()).results().count());
    assertThat(listings)
        .allSatisfy(
            listing -> {
              assertThat(listing.details().title()).hasSizeBetween(5, 200);
              assertThat(listing.details().abstractText()).hasSizeBetween(1_000, 2_000);
            });
  }

  @Test
  void every_day_comes_in_complete_or_is_refused_with_a_reason() throws Exception {
    int days = 0;
    int rows = 0;
    List<String> refused = new ArrayList<>();
    for (Path day : days()) {
      String name = String.valueOf(day.getFileName());
      try {
        DumpContent content = new DumpReaders().read(DumpFile.read(day, LIMIT));
        days++;
        rows += content.listings().size();
        assertThat(name).startsWith(content.date().day().toString());
        assertThat(content.problems()).isEmpty();
        assertSameAsTree(content.listings(), new ObjectMapper().readTree(day.toFile()));
      } catch (RefusedDump e) {
        refused.add(Objects.toString(e.getMessage()));
      }
    }
    assertThat(days).isEqualTo(74);
    assertThat(rows).isEqualTo(1_088);
    assertThat(refused)
        .hasSize(22)
        .allMatch(why -> why.contains("Python") || why.contains("wraps"));
  }

  private static void assertSameAsTree(List<Listing> listings, JsonNode tree) {
    assertThat(listings).hasSize(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      JsonNode paper = tree.get(i).get("paper");
      Listing listing = listings.get(i);
      long visible =
          paper.findParents("name").stream()
              .filter(node -> node.has("hidden") && !node.get("hidden").asBoolean())
              .count();
      assertThat(listing.details().arxivId()).isEqualTo(paper.get("id").asText());
      assertThat(listing.popularity().votes()).isEqualTo(paper.get("upvotes").asInt());
      assertThat(listing.popularity().comments()).isEqualTo(tree.get(i).get("numComments").asInt());
      assertThat(listing.details().authors().names()).hasSize((int) visible);
      assertThat(paper.get("publishedAt").asText())
          .startsWith(String.valueOf(listing.details().published()));
    }
  }

  private static List<Path> days() throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve("daily_papers_json"))) {
      return files.sorted().toList();
    }
  }
}
