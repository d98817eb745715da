package dev.paperboy.digest;

import dev.paperboy.match.Hit;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One subscriber's selection for one sending. A paper stands in it once, under the first of the
 * interests it meets, and names all of them in its reasons.
 *
 * @param days the days whose papers it holds
 * @param editions the editions covered, both ends included
 * @param sections papers by interest, in the reader's order
 * @param trending papers outside the reader's interests
 * @param more how many matching papers the reader's cap left out
 */
public record Digest(
    Days days, Editions editions, List<Section> sections, List<Entry> trending, int more) {

  public Digest {
    sections = List.copyOf(sections);
    trending = List.copyOf(trending);
  }

  /** The digest date: the newest of the editions covered. */
  public LocalDate date() {
    return days.last();
  }

  /**
   * The days of the editions covered, both ends included.
   *
   * @param weekly whether the reader wants one mail a week
   */
  public record Days(LocalDate first, LocalDate last, boolean weekly) {

    private static final int WEEK = 7;

    /** A single day. */
    public static Days of(LocalDate day) {
      return new Days(day, day, false);
    }

    /** Whether it is a reader's ordinary week: more days have piled up after a pause. */
    boolean isWeek() {
      return weekly && ChronoUnit.DAYS.between(first, last) <= WEEK;
    }

    boolean isOneDay() {
      return first.equals(last);
    }
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

  /** What others wrote and the mail may show, as it is in the archive and in the interests. */
  public Set<String> quoted() {
    Set<String> quoted = new HashSet<>();
    sections.forEach(section -> quoted.add(section.interest()));
    Stream.concat(sections.stream().flatMap(s -> s.entries().stream()), trending.stream())
        .forEach(
            entry -> {
              PaperDetails details = entry.paper().details();
              quoted.add(details.title());
              quoted.add(details.abstractText());
              quoted.add(String.join(", ", details.authors().names()));
              if (details.organization() != null) {
                quoted.add(details.organization().name());
              }
              entry.reasons().forEach(reason -> quoted.add(reason.interest()));
            });
    return quoted;
  }

  /** How many papers were chosen by interest. */
  public int matched() {
    return sections.stream().mapToInt(section -> section.entries().size()).sum();
  }
}
