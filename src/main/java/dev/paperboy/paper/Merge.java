package dev.paperboy.paper;

import org.jspecify.annotations.Nullable;

/** How a later mention of a paper adds to what is known: it fills gaps and raises figures. */
final class Merge {

  private Merge() {}

  static PaperDetails fill(PaperDetails known, PaperDetails later) {
    return new PaperDetails(
        first(known.arxivId(), later.arxivId()),
        known.title(),
        known.abstractText().isEmpty() ? later.abstractText() : known.abstractText(),
        fill(known.authors(), later.authors()),
        first(known.organization(), later.organization()),
        first(known.published(), later.published()),
        new Links(
            first(known.links().page(), later.links().page()),
            first(known.links().repository(), later.links().repository()),
            first(known.links().project(), later.links().project())));
  }

  static Listing fill(Listing known, Listing later) {
    return new Listing(
        fill(known.details(), later.details()), known.popularity().raisedBy(later.popularity()));
  }

  private static Authors fill(Authors known, Authors later) {
    return new Authors(
        known.names().isEmpty() ? later.names() : known.names(),
        known.count() == 0 ? later.count() : known.count());
  }

  private static <T> @Nullable T first(@Nullable T known, @Nullable T later) {
    return known != null ? known : later;
  }
}
