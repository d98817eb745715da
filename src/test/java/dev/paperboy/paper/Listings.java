package dev.paperboy.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listings for tests. */
public final class Listings {

  private Listings() {}

  public static Listing listing(@Nullable String arxivId, String title, String text) {
    return listing(arxivId, title, text, 0, 0);
  }

  public static Listing listing(
      @Nullable String arxivId, String title, String text, int votes, int comments) {
    PaperDetails details =
        new PaperDetails(
            arxivId,
            title,
            text,
            Authors.named(List.of("Ada Sample", "Ben Sample")),
            null,
            LocalDate.of(2025, 12, 1),
            Links.NONE);
    return new Listing(details, new Popularity(votes, comments));
  }

  public static DumpEntry dump(String name, String day) {
    return new DumpEntry("hash of " + name, name, "test", LocalDate.parse(day), "by the test");
  }
}
