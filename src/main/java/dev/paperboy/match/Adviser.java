package dev.paperboy.match;

import dev.paperboy.interest.Interest;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.Term;
import dev.paperboy.match.Advice.Finding;
import dev.paperboy.match.Advice.Nearby;
import dev.paperboy.match.Advice.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Works out {@link Advice}, batch by batch, so that a long past needs no more memory than its
 * matches. For one thread.
 */
public final class Adviser {

  /** An interest that more than this share of all papers meets is too wide. */
  public static final double WIDE = 0.2;

  /** With fewer papers to judge by, nothing is called too wide. */
  static final int FEWEST_TO_JUDGE = 50;

  private static final int MOST_NEARBY = 4;
  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score).reversed();

  private final Interests interests;
  private final Map<Interest, List<Match>> found = new LinkedHashMap<>();
  private final Map<Term, Integer> papersWith = new HashMap<>();
  private final Map<Interest, Set<Term>> better = new HashMap<>();
  private final Map<Interest, Set<Term>> looser = new HashMap<>();
  private int days;
  private int papers;

  /**
   * @param analyzer the one the batches were made with
   */
  public Adviser(Interests interests, Analyzer analyzer) {
    this.interests = interests;
    NearbyTerms nearby = analyzer.nearby();
    for (Interest interest : interests.interests()) {
      found.put(interest, new ArrayList<>());
      better.put(interest, nearby.betterWritten(interest.criteria()));
      looser.put(interest, nearby.looser(interest.criteria()));
    }
  }

  /**
   * Looks at the papers of some days.
   *
   * @param withList how many of the days had a list
   */
  public void look(PaperBatch batch, int withList) {
    days += withList;
    papers += batch.papers().size();
    BitSet muted = new BitSet();
    interests.mute().forEach(term -> muted.or(batch.mentioning(term)));
    found.forEach(
        (interest, matches) ->
            batch.matches(interest.criteria()).stream()
                .filter(match -> !muted.get(match.index()))
                .forEach(matches::add));
    Stream.concat(better.values().stream(), looser.values().stream())
        .flatMap(Set::stream)
        .distinct()
        .forEach(
            term -> papersWith.merge(term, batch.mentioning(term).cardinality(), Integer::sum));
  }

  /** The advice on all that was looked at. */
  public Advice advice() {
    return new Advice(days, papers, interests.interests().stream().map(this::finding).toList());
  }

  private Finding finding(Interest interest) {
    List<Match> matches = found.getOrDefault(interest, List.of());
    double share = papers == 0 ? 0 : (double) matches.size() / papers;
    Verdict verdict =
        matches.isEmpty()
            ? Verdict.TOO_NARROW
            : share > WIDE && papers >= FEWEST_TO_JUDGE ? Verdict.TOO_WIDE : Verdict.FINE;
    return new Finding(
        interest.name(),
        matches.stream().sorted(BEST_FIRST).toList(),
        days == 0 ? 0 : (double) matches.size() / days,
        share,
        verdict,
        verdict == Verdict.TOO_WIDE ? List.of() : nearby(interest, matches.size()));
  }

  private List<Nearby> nearby(Interest interest, int than) {
    List<Nearby> written = finding(better.getOrDefault(interest, Set.of()), than);
    return written.isEmpty() && than == 0
        ? finding(looser.getOrDefault(interest, Set.of()), than)
        : written;
  }

  /** Those of the terms that find more, in their order. */
  private List<Nearby> finding(Set<Term> terms, int than) {
    return terms.stream()
        .map(term -> new Nearby(term.toString(), papersWith.getOrDefault(term, 0)))
        .filter(nearby -> nearby.papers() > than)
        .limit(MOST_NEARBY)
        .toList();
  }
}
