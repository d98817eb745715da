package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measurement of docs/decisions/0006-same-work.md. */
@Tag("full")
class NearDuplicatesOnRealPapersTest {

  @Test
  void different_works_share_next_to_nothing() throws IOException {
    List<int[]> sets =
        Shingles.of(RealPapers.all().stream().map(Paper::abstractText).toList()).sets();
    double most = 0;
    for (int i = 0; i < sets.size(); i++) {
      for (int j = i % 5; j < i; j += 5) {
        most = Math.max(most, Shingles.jaccard(sets.get(i), sets.get(j)));
      }
    }
    assertThat(most).isPositive().isLessThan(0.05);
  }

  @Test
  void real_papers_are_groups_of_their_own_and_a_reworded_twin_is_found() throws IOException {
    List<Paper> papers = RealPapers.all();
    assertThat(NearDuplicates.firstOfGroup(papers))
        .isEqualTo(IntStream.range(0, papers.size()).toArray());
    List<Paper> twice = new ArrayList<>(papers);
    papers.forEach(paper -> twice.add(reworded(paper)));
    int[] first = NearDuplicates.firstOfGroup(twice);
    assertThat(IntStream.range(0, papers.size()).filter(i -> first[papers.size() + i] == i).count())
        .isGreaterThan(papers.size() * 98L / 100);
  }

  /** Without the last twentieth, and with "our" for "the". */
  private static Paper reworded(Paper paper) {
    String text = paper.abstractText().replace(" the ", " our ");
    Listing listing =
        Listings.listing(null, "Other", text.substring(0, text.length() - text.length() / 20));
    return new Paper(
        paper.key() + "'", listing.details(), listing.popularity(), 2, paper.mentions());
  }
}
