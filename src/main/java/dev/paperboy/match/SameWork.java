package dev.paperboy.match;

import dev.paperboy.paper.NearDuplicates;
import dev.paperboy.paper.Paper;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which papers of a batch are one work under two titles. Threads may share it. */
final class SameWork {

  private final List<Paper> papers;
  private volatile @Nullable Groups groups;

  /** By paper, the first paper of its group. */
  private record Groups(int[] first, boolean anyTwice) {

    static Groups of(List<Paper> papers) {
      int[] first = NearDuplicates.firstOfGroup(papers);
      return new Groups(
          first, IntStream.range(0, first.length).anyMatch(index -> first[index] != index));
    }
  }

  SameWork(List<Paper> papers) {
    this.papers = papers;
  }

  /** Adds the paper, and every other one that is the same work. */
  void addTo(BitSet indexes, int paper) {
    Groups known = groups();
    indexes.set(paper);
    for (int i = 0; known.anyTwice && i < known.first.length; i++) {
      if (known.first[i] == known.first[paper]) {
        indexes.set(i);
      }
    }
  }

  /** How many works these papers are. */
  int count(BitSet indexes) {
    Groups known = groups();
    return known.anyTwice
        ? (int) indexes.stream().map(index -> known.first[index]).distinct().count()
        : indexes.cardinality();
  }

  /**
   * Found out when a digest asks for it, perhaps by two threads: who only looks terms up does not.
   */
  private Groups groups() {
    Groups known = groups;
    if (known == null) {
      known = Groups.of(papers);
      groups = known;
    }
    return known;
  }
}
