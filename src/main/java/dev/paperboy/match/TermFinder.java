package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.Occurrences.Place;
import dev.paperboy.text.Compounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a term in a {@link WordTable}: around every position of its rarest word it is walked from
 * its first word to its last.
 */
final class TermFinder {

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::paper)
          .thenComparing(Place::field)
          .thenComparingInt(Place::start)
          .thenComparingInt(Place::end);

  private final WordTable table;

  TermFinder(WordTable table) {
    this.table = table;
  }

  Occurrences find(Term term) {
    TermPattern pattern = new TermPattern(term);
    if (pattern.size() == 0) {
      return new Occurrences(List.of());
    }
    TermWalk walk = new TermWalk(table, pattern);
    List<Place> places = new ArrayList<>();
    for (int start : starts(pattern).distinct()) {
      int end = walk.from(start);
      if (end > start) {
        place(term.kind(), pattern, start, end).ifPresent(places::add);
      }
    }
    places.sort(ORDER);
    return new Occurrences(merged(places));
  }

  /** Every position where the term may begin, and a few more, judged by its rarest word. */
  private Positions starts(TermPattern pattern) {
    int rarest = 0;
    Positions fewest = candidates(pattern, 0);
    for (int index = 1; index < pattern.size(); index++) {
      Positions candidates = candidates(pattern, index);
      if (candidates.size() * index < fewest.size() * Math.max(1, rarest)) {
        rarest = index;
        fewest = candidates;
      }
    }
    // Every word before the rarest takes up a third of a word of the text, or up to three.
    int nearest = (Math.max(0, rarest - Compounds.MOST_PARTS + 1) + 2) / Compounds.MOST_PARTS;
    int furthest = rarest * Compounds.MOST_PARTS;
    Positions starts = new Positions();
    fewest.forEach(
        at -> {
          for (int start = Math.max(0, at - furthest); start <= at - nearest; start++) {
            starts.add(start);
          }
        });
    return starts;
  }

  /** Where the word of a term at this index may be met, alone or in a compound. */
  private Positions candidates(TermPattern pattern, int index) {
    Positions candidates = new Positions();
    for (int first = Math.max(0, index - Compounds.MOST_PARTS + 1); first <= index; first++) {
      for (TermPart part : pattern.partsAt(first)) {
        if (first + part.words() > index) {
          part.candidates(table, candidates::add);
        }
      }
    }
    return candidates;
  }

  private Optional<Place> place(Term.Kind kind, TermPattern pattern, int first, int after) {
    WordTable.Source source = table.source(first);
    int start = table.word(first).start();
    int end = table.word(after - 1).end();
    if (kind == Term.Kind.EXACT) {
      start -= pattern.lead();
      boolean wholeWords = end == start + pattern.endOfWords();
      if (!wholeWords || !source.text().startsWith(pattern.text(), start)) {
        return Optional.empty();
      }
      // The term's own symbols around its words are part of the hit.
      end = start + pattern.text().length();
    }
    return Optional.of(new Place(source.paper(), source.field(), start, end));
  }

  private static List<Place> merged(List<Place> sorted) {
    List<Place> merged = new ArrayList<>();
    for (Place place : sorted) {
      Place last = merged.isEmpty() ? place : merged.get(merged.size() - 1);
      boolean overlaps =
          last.paper() == place.paper()
              && last.field() == place.field()
              && place.start() < last.end();
      if (overlaps && !merged.isEmpty()) {
        int end = Math.max(last.end(), place.end());
        merged.set(merged.size() - 1, new Place(last.paper(), last.field(), last.start(), end));
      } else {
        merged.add(place);
      }
    }
    return merged;
  }
}
