package dev.paperboy.web;

/** How often one network may ask for something: a share of what the config allows for pages. */
enum Rate {
  /** Looking at something. */
  PAGES(1),
  /** A search, perhaps while somebody types. */
  TYPING(4),
  /** Trying interests while somebody types. */
  PREVIEWS(4),
  /** Changing something. */
  CHANGES(10),
  /** Asking for mail to an address that may be anybody's. */
  SUBSCRIPTIONS(60);

  private final int part;

  Rate(int part) {
    this.part = part;
  }

  /**
   * So many requests a minute.
   *
   * @param pagesPerMinute 0: no limit
   */
  int perMinute(int pagesPerMinute) {
    return pagesPerMinute == 0 ? 0 : Math.max(1, pagesPerMinute / part);
  }
}
