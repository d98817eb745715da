package dev.paperboy.digest;

import dev.paperboy.interest.Interest;
import dev.paperboy.match.Match;
import dev.paperboy.match.Matches;
import dev.paperboy.match.PaperBatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of the papers that a reader's interests meet go into one mail, so that no interest
 * drowns another. A paper's rank is the best, over the interests it meets, of {@code score ×
 * boost}; it counts for the first interest, in the reader's order, that it meets.
 *
 * <ol>
 *   <li>Every interest gets its best paper in, as long as there is room: those with the best ones
 *       first.
 *   <li>Then rank decides, up to half of the mail for one interest.
 *   <li>Room that is left goes by rank alone.
 * </ol>
 *
 * <p>Costs what is chosen, not what matches: every interest's matches come best first and are read
 * from the top.
 */
final class Ranking {

  private final List<Interest> interests;
  private final PaperBatch batch;
  private final Matches[] matches;
  private final BitSet closed;
  private final int most;
  private final int[] counts;
  private final List<Choice> chosen = new ArrayList<>();

  /**
   * A paper of the mail.
   *
   * @param interest index of the interest it counts for
   */
  record Choice(int paper, int interest, double rank) {}

  /**
   * @param hidden papers that are not to be chosen, by index
   * @param most how many are to be chosen at most
   */
  Ranking(List<Interest> interests, PaperBatch batch, BitSet hidden, int most) {
    this.interests = interests;
    this.batch = batch;
    this.matches = new Matches[interests.size()];
    for (int i = 0; i < matches.length; i++) {
      matches[i] = batch.matches(interests.get(i).criteria());
    }
    this.closed = (BitSet) hidden.clone();
    this.most = most;
    this.counts = new int[matches.length];
  }

  /** The papers chosen, best rank first; equals in the order of the batch. */
  List<Choice> choose() {
    chooseBestOfEach();
    if (chosen.size() < most) {
      chooseByRank((most + 1) / 2);
    }
    if (chosen.size() < most) {
      chooseByRank(most);
    }
    chosen.sort(
        (one, other) ->
            one.rank != other.rank
                ? Double.compare(other.rank, one.rank)
                : Integer.compare(one.paper, other.paper));
    return chosen;
  }

  /** Every paper that meets an interest, by index, chosen or not. */
  BitSet matched() {
    BitSet matched = new BitSet();
    for (Matches each : matches) {
      each.addTo(matched);
    }
    return matched;
  }

  /** How the paper meets the interest, both by index; null if it does not. */
  @Nullable Match match(int paper, int interest) {
    return matches[interest].of(paper);
  }

  private void chooseBestOfEach() {
    int[] tops = new int[matches.length];
    boolean[] served = new boolean[matches.length];
    for (int round = 0; round < matches.length && chosen.size() < most; round++) {
      int interest = best(tops, served);
      if (interest < 0) {
        return;
      }
      served[interest] = true;
      if (!isServed(interest)) {
        choose(interest, matches[interest].get(tops[interest]));
      }
    }
  }

  /** Whether a chosen paper meets the interest already. */
  private boolean isServed(int interest) {
    for (Choice choice : chosen) {
      if (matches[interest].of(choice.paper) != null) {
        return true;
      }
    }
    return false;
  }

  private void chooseByRank(int mostOfOne) {
    int[] tops = new int[matches.length];
    boolean[] full = new boolean[matches.length];
    while (chosen.size() < most) {
      for (int i = 0; i < full.length; i++) {
        full[i] = counts[i] >= mostOfOne;
      }
      int interest = best(tops, full);
      if (interest < 0) {
        return;
      }
      Match match = matches[interest].get(tops[interest]);
      if (counts[owner(match.index())] < mostOfOne) {
        choose(interest, match);
      } else {
        tops[interest]++;
      }
    }
  }

  /**
   * The interest with the best open paper, of those not left out; negative if there is none.
   *
   * @param tops where each interest's matches are read on; moved over papers that are closed
   */
  private int best(int[] tops, boolean[] leftOut) {
    int best = -1;
    double bestRank = 0;
    for (int i = 0; i < matches.length; i++) {
      while (tops[i] < matches[i].size() && closed.get(matches[i].get(tops[i]).index())) {
        tops[i]++;
      }
      if (!leftOut[i] && tops[i] < matches[i].size()) {
        double rank = rank(i, matches[i].get(tops[i]));
        if (best < 0 || rank > bestRank) {
          best = i;
          bestRank = rank;
        }
      }
    }
    return best;
  }

  private void choose(int interest, Match match) {
    int owner = owner(match.index());
    double rank = rank(interest, match);
    for (int i = 0; i < matches.length; i++) {
      Match other = i == interest ? null : matches[i].of(match.index());
      rank = other == null ? rank : Math.max(rank, rank(i, other));
    }
    chosen.add(new Choice(match.index(), owner, rank));
    counts[owner]++;
    batch.closeWork(match.index(), closed);
  }

  /** The first interest, in the reader's order, that the paper meets. */
  private int owner(int paper) {
    for (int i = 0; i < matches.length; i++) {
      if (matches[i].of(paper) != null) {
        return i;
      }
    }
    throw new IllegalArgumentException("no interest meets paper " + paper);
  }

  private double rank(int interest, Match match) {
    return match.score() * interests.get(interest).boost();
  }
}
