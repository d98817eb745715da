package dev.paperboy.match;

import dev.paperboy.interest.Criteria.Scope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Where a term stands in a batch.
 *
 * @param places ordered by paper, field and offset, not overlapping
 * @param rarity what a meeting of the term is worth: {@link Scorer#rarity}
 */
record Occurrences(List<Place> places, double rarity) {

  static final Occurrences NOWHERE = new Occurrences(List.of(), 0);

  /**
   * Words of a paper.
   *
   * @param paper index in the batch
   * @param start offset of the first character, UTF-16
   * @param end offset after the last character
   */
  record Place(int paper, Field field, int start, int end) {

    /** Whether the next place begins before this one ends. */
    boolean overlaps(Place next) {
      return paper == next.paper && field == next.field && next.start < end;
    }

    /** Both as one. */
    Place with(Place next) {
      return new Place(paper, field, start, Math.max(end, next.end));
    }

    boolean within(Scope scope) {
      return switch (scope) {
        case TITLE -> field != Field.ABSTRACT;
        case ABSTRACT -> field != Field.TITLE;
        case ANYWHERE -> true;
      };
    }
  }

  /** The papers with the term in this part of them. */
  BitSet papers(Scope scope) {
    BitSet papers = new BitSet();
    for (Place place : places) {
      if (place.within(scope)) {
        papers.set(place.paper);
      }
    }
    return papers;
  }

  /** Gives each paper that has the term in this part of it, and the places there. */
  void byPaper(Scope scope, BiConsumer<Integer, List<Place>> action) {
    List<Place> here = new ArrayList<>(4);
    for (Place place : places) {
      if (!here.isEmpty() && here.get(0).paper != place.paper) {
        action.accept(here.get(0).paper, here);
        here = new ArrayList<>(4);
      }
      if (place.within(scope)) {
        here.add(place);
      }
    }
    if (!here.isEmpty()) {
      action.accept(here.get(0).paper, here);
    }
  }
}
