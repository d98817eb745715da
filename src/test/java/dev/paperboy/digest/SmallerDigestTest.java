package dev.paperboy.digest;

import static dev.paperboy.digest.TestDigests.entry;
import static dev.paperboy.digest.TestDigests.paper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallerDigestTest {

  private static final Digest DIGEST =
      TestDigests.of(
          List.of(new Digest.Section("robots", entries("p", 8))), entries("trending", 2), 3);

  @Test
  void the_lowest_abstracts_give_way_first_then_the_lowest_papers_and_the_best_ones_last() {
    assertThat(shown(0)).isEqualTo("p0 p1 p2 p3 p4 p5 p6 p7 trending0 trending1");
    assertThat(shown(3)).isEqualTo("p0 p1 p2 p3 p4 p5 p6 (p7) (trending0) (trending1)");
    assertThat(shown(5)).isEqualTo("p0 p1 p2 p3 p4 (p5) (p6) (p7) (trending0) (trending1)");
    assertThat(shown(8)).isEqualTo("p0 p1 p2 p3 p4 (p5) (p6)");
    assertThat(shown(10)).isEqualTo("p0 p1 p2 p3 p4");
    assertThat(shown(12)).isEqualTo("p0 p1 p2 (p3) (p4)");
    assertThat(shown(SmallerDigest.steps(DIGEST))).isEqualTo("(p0)");
  }

  @Test
  void papers_of_the_readers_interests_that_went_are_counted() {
    assertThat(SmallerDigest.of(DIGEST, 8).digest().more()).isEqualTo(3 + 1);
    assertThat(SmallerDigest.of(DIGEST, 10).digest().more()).isEqualTo(3 + 3);
  }

  private static String shown(int step) {
    SmallerDigest smaller = SmallerDigest.of(DIGEST, step);
    List<Digest.Entry> left =
        new ArrayList<>(
            smaller.digest().sections().stream().flatMap(s -> s.entries().stream()).toList());
    left.addAll(smaller.digest().trending());
    return String.join(
        " ",
        left.stream()
            .map(e -> smaller.isBrief(e) ? "(" + e.paper().key() + ")" : e.paper().key())
            .toList());
  }

  private static List<Digest.Entry> entries(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> entry(paper(name + i, "Title " + name + i, "About it.")))
        .toList();
  }
}
