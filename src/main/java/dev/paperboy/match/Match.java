package dev.paperboy.match;

import dev.paperboy.paper.Paper;
import java.util.List;

/**
 * A paper meets an interest's criteria.
 *
 * @param index the paper's place in its batch
 * @param score more is better; without the interest's boost
 * @param hits the words that prove it, ordered by field and offset, not overlapping; never empty
 */
public record Match(Paper paper, int index, double score, List<Hit> hits) {

  public Match {
    hits = List.copyOf(hits);
  }
}
