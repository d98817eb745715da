package dev.paperboy.digest;

import dev.paperboy.match.Hit;
import dev.paperboy.paper.Paper;
import java.time.LocalDate;
import java.util.List;

/**
 * One subscriber's selection for one sending. A paper stands in it once, under the first of the
 * interests it meets, and names all of them in its reasons.
 *
 * @param date the digest date: the newest of the editions covered
 * @param editions the editions covered, both ends included
 * @param sections papers by interest, in the reader's order
 * @param trending papers outside the reader's interests
 * @param more how many matching papers the reader's cap left out
 */
public record Digest(
    LocalDate date, Editions editions, List<Section> sections, List<Entry> trending, int more) {

  public Digest {
    sections = List.copyOf(sections);
    trending = List.copyOf(trending);
  }

  /** A range of edition numbers, both ends included. */
  public record Editions(int first, int last) {}

  /** The papers under one interest, best first. */
  public record Section(String interest, List<Entry> entries) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A paper in a digest.
   *
   * @param reasons why it is here, one for each interest it meets; empty for a trending paper
   */
  public record Entry(Paper paper, List<Reason> reasons) {
    public Entry {
      reasons = List.copyOf(reasons);
    }
  }

  /** An interest that the paper meets, and the words that prove it. */
  public record Reason(String interest, List<Hit> hits) {
    public Reason {
      hits = List.copyOf(hits);
    }
  }

  /** How many papers were chosen by interest. */
  public int matched() {
    return sections.stream().mapToInt(section -> section.entries().size()).sum();
  }
}
