package dev.paperboy.dump;

import dev.paperboy.paper.Listing;
import java.util.List;

/**
 * What a reader found.
 *
 * @param format the reader's {@link DumpReader#format()}
 * @param date the digest date, and how it was found
 * @param listings the papers in list order, at least one
 * @param problems sentences about parts that were left out; the rest came in
 */
public record DumpContent(
    String format, DumpDate date, List<Listing> listings, List<String> problems) {

  public DumpContent {
    listings = List.copyOf(listings);
    problems = List.copyOf(problems);
  }
}
