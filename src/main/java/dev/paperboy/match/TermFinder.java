package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.Occurrences.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a term in a {@link WordTable}: its first words, up to {@value NGrams#MOST_WORDS}, are
 * looked up in the table's {@link NGrams}, and from there it is walked to its last word. Only for
 * prefixes, and for terms with a word that the papers also write apart, it is walked from every
 * place that their rarest word allows. Threads may share it.
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

  /** The places ordered by paper, field and offset, not overlapping. */
  List<Place> find(TermPattern pattern) {
    List<Place> places = List.of();
    for (Reading reading : pattern.readings()) {
      for (int start : starts(reading)) {
        int end = endOf(reading, start);
        if (end > start) {
          places = places.isEmpty() ? new ArrayList<>(4) : places;
          place(pattern, start, end).ifPresent(places::add);
        }
      }
    }
    if (pattern.readings().size() > 1 && places.size() > 1) {
      places.sort(ORDER);
    }
    return places.size() > 1 ? merged(places) : places;
  }

  /** Every position where the reading may begin, and a few more, ascending, each once. */
  private int[] starts(Reading reading) {
    if (reading.isPrefix()) {
      return new RarestWord(table, reading).starts();
    }
    Positions starts = new Positions();
    reading.keys(lookedUp(reading), key -> table.ngrams().forEach(key, starts::add));
    return starts.distinct();
  }

  /** How many of the first words fit into an n-gram however much the papers write them apart. */
  private int lookedUp(Reading reading) {
    int words = 0;
    int room = NGrams.MOST_WORDS;
    while (words < reading.size() && room > 0) {
      room -= table.ngrams().mostWords(reading.wordKey(words));
      words += room >= 0 || words == 0 ? 1 : 0;
    }
    return words;
  }

  /** The position after the last word if the reading begins here; negative if it does not. */
  private int endOf(Reading reading, int start) {
    for (int index = 0; index < reading.size(); index++) {
      boolean goesOn = index == 0 || table.continues(start + index);
      if (!goesOn || !reading.word(index).meets(table, start + index, 1)) {
        return new TermWalk(table, reading).from(start);
      }
    }
    return start + reading.size();
  }

  private Optional<Place> place(TermPattern pattern, int first, int after) {
    WordTable.Source source = table.source(first);
    int start = table.start(first);
    int end = table.end(after - 1);
    if (pattern.kind() == Term.Kind.EXACT) {
      start -= pattern.lead();
      boolean wholeWords = end == start + pattern.after();
      if (!wholeWords || !source.text().startsWith(pattern.text(), start)) {
        return Optional.empty();
      }
      // The term's own symbols around its words are part of the hit.
      end = start + pattern.text().length();
    }
    return Optional.of(new Place(source.paper(), source.field(), start, end));
  }

  private static List<Place> merged(List<Place> sorted) {
    List<Place> merged = new ArrayList<>(sorted.size());
    for (Place place : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).overlaps(place)) {
        merged.set(last, merged.get(last).with(place));
      } else {
        merged.add(place);
      }
    }
    return merged;
  }
}
