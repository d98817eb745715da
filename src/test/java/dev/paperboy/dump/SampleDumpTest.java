package dev.paperboy.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Listing;
import dev.paperboy.paper.PaperDetails;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDumpTest {

  private static final Path SAMPLE = Path.of("dumps/sample/2025-12-05.txt");

  @Test
  void the_sample_comes_in_whole() throws RefusedDump {
    DumpContent content = new DumpReaders().read(DumpFile.read(SAMPLE, 1 << 20));

    List<PaperDetails> papers = papers(content);
    assertThat(content.date().day()).isEqualTo("2025-12-05");
    assertThat(content.problems()).isEmpty();
    assertThat(papers).hasSize(31);
    assertThat(papers.stream().filter(paper -> paper.published() == null)).hasSize(4);
    assertThat(papers.stream().map(PaperDetails::organization).filter(Objects::nonNull)).hasSize(6);
    assertThat(content.listings().stream().mapToInt(l -> l.popularity().comments()).sum())
        .isEqualTo(52);
    assertThat(papers)
        .allSatisfy(
            paper -> assertThat(paper.title() + paper.abstractText()).doesNotContain("\\", "``"));
  }

  @Test
  void the_sample_shows_what_a_capture_can_hold() throws RefusedDump {
    assertThat(papers(new DumpReaders().read(DumpFile.read(SAMPLE, 1 << 20))))
        .extracting(PaperDetails::title)
        .contains(
            "Q²-Grasp: Quantile Critics for Dexterous Grasping",
            "Lazy Actor: Skipping Policy Updates That Do Not Matter",
            "<img src=x onerror=alert(1)>: Injection Attacks on Paper Recommenders",
            "Grasping ${7*7} Objects at Once: Bin Emptying with a Bag");
  }

  @Test
  void its_day_does_not_depend_on_when_it_was_unpacked() throws RefusedDump {
    DumpFile file = DumpFile.read(SAMPLE, 1 << 20);
    for (String unpacked :
        List.of("1970-01-01T00:00:00Z", "2026-11-21T00:00:00Z", "2031-01-01T00:00:00Z")) {
      DumpFile other = new DumpFile(file.name(), Instant.parse(unpacked), file.text(), file.hash());
      assertThat(new DumpReaders().read(other).date().day()).isEqualTo("2025-12-05");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grasp",
        "reinforcement learning",
        "unlearn",
        "privacy",
        "llm agents",
        "diffusion model"
      })
  void every_sample_reader_finds_some_papers_and_not_all(String term) throws RefusedDump {
    long found =
        papers(new DumpReaders().read(DumpFile.read(SAMPLE, 1 << 20))).stream()
            .map(paper -> (paper.title() + " " + paper.abstractText()).toLowerCase(Locale.ROOT))
            .filter(text -> text.contains(term))
            .count();

    assertThat(found).isBetween(3L, 10L);
  }

  private static List<PaperDetails> papers(DumpContent content) {
    return content.listings().stream().map(Listing::details).toList();
  }
}
