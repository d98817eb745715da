package dev.paperboy.match;

import dev.paperboy.paper.NearDuplicates;
import dev.paperboy.paper.Paper;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which papers of a batch are one work under two titles. */
final class SameWork {

  private final int[] first;
  private final boolean anyTwice;

  SameWork(List<Paper> papers) {
    this.first = NearDuplicates.firstOfGroup(papers);
    this.anyTwice = IntStream.range(0, first.length).anyMatch(index -> first[index] != index);
  }

  /** Adds the paper, and every other one that is the same work. */
  void addTo(BitSet indexes, int paper) {
    indexes.set(paper);
    for (int i = 0; anyTwice && i < first.length; i++) {
      if (first[i] == first[paper]) {
        indexes.set(i);
      }
    }
  }

  int count(BitSet indexes) {
    return anyTwice
        ? (int) indexes.stream().map(index -> first[index]).distinct().count()
        : indexes.cardinality();
  }
}
