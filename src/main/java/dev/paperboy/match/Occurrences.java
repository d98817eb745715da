package dev.paperboy.match;

import dev.paperboy.interest.Criteria.Scope;
import java.util.BitSet;
import java.util.List;

/** Where a term stands in a batch: by paper, field and offset, not overlapping. */
record Occurrences(List<Place> places) {

  /**
   * Words of a paper.
   *
   * @param paper index in the batch
   * @param start offset of the first character, UTF-16
   * @param end offset after the last character
   */
  record Place(int paper, Field field, int start, int end) {

    boolean within(Scope scope) {
      return switch (scope) {
        case TITLE -> field == Field.TITLE;
        case ABSTRACT -> field == Field.ABSTRACT;
        case ANYWHERE -> true;
      };
    }
  }

  Occurrences {
    places = List.copyOf(places);
  }

  /** The papers with the term in this part of them. */
  BitSet papers(Scope scope) {
    BitSet papers = new BitSet();
    places.stream().filter(place -> place.within(scope)).forEach(place -> papers.set(place.paper));
    return papers;
  }
}
