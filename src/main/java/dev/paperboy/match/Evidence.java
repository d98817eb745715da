package dev.paperboy.match;

import dev.paperboy.match.Occurrences.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What speaks for one paper while an interest is evaluated: its words, term by term. */
final class Evidence {

  private static final Comparator<Hit> ORDER =
      Comparator.comparing(Hit::field).thenComparingInt(Hit::start);

  private final List<Hit> hits = new ArrayList<>();
  private double sum;
  private int terms;

  /** The places as hits of this term. */
  static List<Hit> hits(String written, List<Place> places) {
    Hit[] hits = new Hit[places.size()];
    for (int i = 0; i < hits.length; i++) {
      Place place = places.get(i);
      hits[i] = new Hit(place.field(), place.start(), place.end(), written);
    }
    return hits.length == 1 ? List.of(hits[0]) : List.of(hits);
  }

  /** Takes in one term that the paper meets. */
  void add(String written, List<Place> places, double score) {
    hits.addAll(hits(written, places));
    sum += score;
    terms++;
  }

  /** What its terms add up to. */
  double sum() {
    return sum;
  }

  /** How many terms it meets. */
  int terms() {
    return terms;
  }

  /** The hits in order. Overlapping ones become one, named after the longest of them. */
  List<Hit> hits() {
    if (terms == 1) {
      return hits;
    }
    List<Hit> merged = new ArrayList<>(hits.size());
    int longest = 0;
    for (Hit hit : hits.stream().sorted(ORDER).toList()) {
      int length = hit.end() - hit.start();
      Hit last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || last.field() != hit.field() || hit.start() >= last.end()) {
        merged.add(hit);
        longest = length;
      } else {
        String term = length > longest ? hit.term() : last.term();
        int end = Math.max(last.end(), hit.end());
        merged.set(merged.size() - 1, new Hit(last.field(), last.start(), end, term));
        longest = Math.max(longest, length);
      }
    }
    return merged;
  }
}
