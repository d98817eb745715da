package dev.paperboy.search;

/**
 * A search.
 *
 * @param words as somebody typed them, whatever they are
 * @param page from 1
 */
public record SearchRequest(String words, Order order, int page) {

  /** So many papers are on a page. */
  public static final int PAGE = 20;

  /** No page after this one. */
  public static final int LAST_PAGE = 50;

  public SearchRequest {
    page = Math.max(1, Math.min(LAST_PAGE, page));
  }

  /** Which papers come first. */
  public enum Order {
    /** Those that fit best. */
    BEST,
    /** Those of the newest edition. */
    NEWEST
  }
}
