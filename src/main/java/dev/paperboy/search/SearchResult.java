package dev.paperboy.search;

import dev.paperboy.match.Hit;
import dev.paperboy.paper.NumberedPaper;
import java.util.List;

/**
 * A page of what a search found.
 *
 * @param total how many papers there are
 * @param complete whether all papers were looked at; else the search took too long, and there may
 *     be more
 */
public record SearchResult(int total, boolean complete, List<Found> found) {

  /** Nothing was asked for. */
  static final SearchResult NOTHING = new SearchResult(0, true, List.of());

  public SearchResult {
    found = List.copyOf(found);
  }

  /**
   * A paper that was found.
   *
   * @param hits the words looked for in its title and abstract, perhaps overlapping
   */
  public record Found(NumberedPaper paper, List<Hit> hits) {
    public Found {
      hits = List.copyOf(hits);
    }
  }
}
