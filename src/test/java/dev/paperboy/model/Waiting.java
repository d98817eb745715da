package dev.paperboy.model;

import java.util.Set;
import java.util.TreeSet;

/**
 * A digest that was planned and is not known to have arrived.
 *
 * @param first the first edition it covers
 * @param last the last one
 * @param papers their numbers
 * @param free whether nobody has it in hand or in doubt
 */
record Waiting(int first, int last, Set<Integer> papers, boolean free) {

  Waiting {
    papers = new TreeSet<>(papers);
  }

  boolean covers(Waiting other) {
    return first == other.first && last == other.last;
  }

  Waiting as(Waiting seen) {
    return new Waiting(first, last, papers, seen.free);
  }

  /** Apart from who has it in hand. */
  boolean isSame(Waiting other) {
    return covers(other) && papers.equals(other.papers);
  }
}
