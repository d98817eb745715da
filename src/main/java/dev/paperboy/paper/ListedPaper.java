package dev.paperboy.paper;

import org.jspecify.annotations.Nullable;

/** A paper that a dump may list: in the archive (with an id), or new (without). */
final class ListedPaper {

  @Nullable Long id;
  Listing merged;
  boolean listed;

  private final @Nullable String knownKey;
  private final @Nullable Listing stored;

  private ListedPaper(@Nullable PaperRow row, Listing listing) {
    this.id = row == null ? null : row.id();
    this.knownKey = row == null ? null : row.paper().key();
    this.stored = row == null ? null : listing;
    this.merged = listing;
  }

  static ListedPaper stored(PaperRow row) {
    return new ListedPaper(row, new Listing(row.paper().details(), row.paper().popularity()));
  }

  static ListedPaper fresh(Listing listing) {
    return new ListedPaper(null, listing);
  }

  boolean isNew() {
    return stored == null;
  }

  boolean changed() {
    return !merged.equals(stored);
  }

  /** Whether the archive had no abstract of it before this dump. */
  boolean gotAbstract() {
    return !merged.details().abstractText().isEmpty()
        && (stored == null || stored.details().abstractText().isEmpty());
  }

  String key() {
    return knownKey != null ? knownKey : PaperKeys.keyOf(merged.details());
  }
}
