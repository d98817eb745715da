package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.Occurrences.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds a term in a {@link WordTable}: first everything its first word meets, then, word by word,
 * those that go on as the term does. It costs what its first word's positions cost.
 */
final class TermFinder {

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::paper)
          .thenComparing(Place::field)
          .thenComparingInt(Place::start)
          .thenComparingInt(Place::end);

  /** Neighbours in the table, from a position up to another. */
  private record Run(int start, int end) {}

  private final WordTable table;

  TermFinder(WordTable table) {
    this.table = table;
  }

  Occurrences find(Term term) {
    TermPattern pattern = new TermPattern(term);
    if (pattern.size() == 0) {
      return new Occurrences(List.of());
    }
    Stream<Place> places =
        runs(pattern).stream()
            .flatMap(run -> term.kind() == Term.Kind.EXACT ? exactly(pattern, run) : words(run));
    return new Occurrences(merged(places.sorted(ORDER).toList()));
  }

  private Set<Run> runs(TermPattern pattern) {
    // At index i: the runs that meet the term's first i words.
    List<Set<Run>> reached = new ArrayList<>();
    IntStream.rangeClosed(0, pattern.size()).forEach(i -> reached.add(new LinkedHashSet<>()));
    for (TermPart part : pattern.partsAt(0)) {
      part.candidates(table)
          .forEach(start -> extend(start, start, part, reached.get(part.words())));
    }
    for (int i = 1; i < pattern.size(); i++) {
      if (!reached.get(i).isEmpty()) {
        for (TermPart part : pattern.partsAt(i)) {
          Set<Run> longer = reached.get(i + part.words());
          reached.get(i).stream()
              .filter(run -> table.continues(run.end()))
              .forEach(run -> extend(run.start(), run.end(), part, longer));
        }
      }
    }
    return reached.get(pattern.size());
  }

  private void extend(int start, int at, TermPart part, Set<Run> longer) {
    part.lengthsAt(table, at).forEach(length -> longer.add(new Run(start, at + length)));
  }

  private Stream<Place> words(Run run) {
    WordTable.Source source = table.source(run.start());
    int start = table.word(run.start()).start();
    int end = table.word(run.end() - 1).end();
    return Stream.of(new Place(source.paper(), source.field(), start, end));
  }

  /** The words with the term's own symbols around them, if the same characters stand there. */
  private Stream<Place> exactly(TermPattern pattern, Run run) {
    WordTable.Source source = table.source(run.start());
    int start = table.word(run.start()).start() - pattern.lead();
    String exact = pattern.text();
    boolean wholeWords = table.word(run.end() - 1).end() == start + pattern.endOfWords();
    return wholeWords && source.text().startsWith(exact, start)
        ? Stream.of(new Place(source.paper(), source.field(), start, start + exact.length()))
        : Stream.empty();
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
