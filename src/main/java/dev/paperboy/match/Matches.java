package dev.paperboy.match;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The papers of a batch that meet some criteria, best first. Unmodifiable. */
public final class Matches extends AbstractList<Match> {

  static final Matches NONE = new Matches(List.of());

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::index);

  /** Up to so many papers are quicker to go through than to keep as a set. */
  private static final int FEW = 8;

  private static final BitSet NOT_MADE = new BitSet();

  private final Match[] byPaper;
  private final Match[] best;
  private final BitSet papers;

  /**
   * @param found by ascending index
   */
  Matches(List<Match> found) {
    this.byPaper = found.toArray(Match[]::new);
    this.best = byPaper.length > 1 ? byPaper.clone() : byPaper;
    Arrays.sort(best, BEST_FIRST);
    this.papers = byPaper.length > FEW ? new BitSet() : NOT_MADE;
    if (byPaper.length > FEW) {
      found.forEach(match -> papers.set(match.index()));
    }
  }

  @Override
  public Match get(int index) {
    return best[index];
  }

  @Override
  public int size() {
    return best.length;
  }

  /** The match of the paper with this index in the batch; null if it does not meet the criteria. */
  public @Nullable Match of(int paper) {
    int low = 0;
    int high = byPaper.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int index = byPaper[middle].index();
      if (index == paper) {
        return byPaper[middle];
      }
      if (index < paper) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** Adds the indexes of all its papers. */
  public void addTo(BitSet indexes) {
    if (byPaper.length > FEW) {
      indexes.or(papers);
    } else {
      for (Match match : byPaper) {
        indexes.set(match.index());
      }
    }
  }
}
