package dev.paperboy.paper;

import java.util.List;

/**
 * Who wrote a paper, as far as a dump tells: some formats name the authors, others only count them.
 *
 * @param names in the order of the paper; empty where the dump names nobody
 * @param count how many authors there are, at least {@code names.size()}; 0 where unknown
 */
public record Authors(List<String> names, int count) {

  /** Nothing is known about the authors. */
  public static final Authors UNKNOWN = new Authors(List.of(), 0);

  public Authors {
    names = List.copyOf(names);
    count = Math.max(count, names.size());
  }

  /** All authors, by name. */
  public static Authors named(List<String> names) {
    return new Authors(names, names.size());
  }

  /** Only the number of authors is known. */
  public static Authors counted(int count) {
    return new Authors(List.of(), count);
  }
}
