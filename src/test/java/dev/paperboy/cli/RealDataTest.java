package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest of all real files, against a count made here by other means than the readers'. */
@Tag("full")
class RealDataTest {

  private static final Path DATA = Path.of("../shared/data");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int REFUSED_DAYS = 22;

  @TempDir Path folder;

  @Test
  void papers_agrees_with_an_independent_count_of_the_same_files() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "real data is not here: " + DATA);
    Path config = Files.writeString(folder.resolve("config.yml"), "");
    Terminal terminal = new Terminal(config);
    List<String> args = new ArrayList<>(List.of("ingest"));
    files("captures").forEach(file -> args.add(file.toString()));
    files("daily_papers_json").forEach(file -> args.add(file.toString()));

    Terminal.Result ingest = terminal.run(args.toArray(String[]::new));

    assertThat(ingest.out())
        .contains(
            "99 files: 77 taken in, 0 seen before, 22 refused, 0 left alone; 1278 papers listed");
    Expected expected = expected();
    assertThat(expected.refused).isEqualTo(REFUSED_DAYS);
    JsonNode papers = JSON.readTree(terminal.run("papers", "--format", "json").out());
    Set<String> titles = new HashSet<>();
    Set<String> ids = new HashSet<>();
    papers.forEach(
        paper -> {
          titles.add(letters(paper.get("title").asText()));
          if (!paper.get("arxiv_id").isNull()) {
            ids.add(paper.get("arxiv_id").asText());
          }
        });
    assertThat(ids).isEqualTo(expected.ids);
    assertThat(titles).containsAll(expected.captured);
    expected.captured.removeAll(expected.titlesOfIds);
    assertThat(papers).hasSize(expected.ids.size() + expected.captured.size());
  }

  private static final class Expected {
    final Set<String> ids = new HashSet<>();
    final Set<String> titlesOfIds = new HashSet<>();
    final Set<String> captured = new HashSet<>();
    int refused;
  }

  private static Expected expected() throws IOException {
    Expected expected = new Expected();
    for (Path file : files("captures")) {
      String[] blocks = Files.readString(file).split("\\R\\s*\\R");
      for (int i = 0; i + 1 < blocks.length; i++) {
        // In these files a title is what stands before a long text.
        if (blocks[i + 1].length() > 300 && blocks[i].length() < 300) {
          expected.captured.add(letters(blocks[i]));
        }
      }
    }
    for (Path file : files("daily_papers_json")) {
      JsonNode rows = JSON.readTree(file.toFile());
      if (!rows.isArray() || !rows.path(0).isObject()) {
        expected.refused++;
        continue;
      }
      for (JsonNode row : rows) {
        expected.ids.add(row.at("/paper/id").asText());
        expected.titlesOfIds.add(letters(row.at("/paper/title").asText()));
      }
    }
    return expected;
  }

  private static Set<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve(name))) {
      return new TreeSet<>(files.toList());
    }
  }

  private static String letters(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\\\[a-z]+|[^\\p{L}\\p{N}]", "");
  }
}
