package dev.paperboy.digest;

import dev.paperboy.interest.Interests;
import dev.paperboy.match.Advice;
import dev.paperboy.match.Adviser;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.PaperArchive;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last days of the archive, however many, to try interests on once. {@link Lookback} is for who
 * tries again and again. For one thread.
 */
public final class Past {

  /** So many papers are analysed at a time, and then let go. */
  private static final int PAPERS_AT_A_TIME = 1000;

  private final PaperArchive archive;
  private final NavigableMap<LocalDate, List<Edition>> days;
  private final Map<Integer, LocalDate> dayOf;

  private Past(PaperArchive archive, NavigableMap<LocalDate, List<Edition>> days) {
    this.archive = archive;
    this.days = days;
    this.dayOf =
        days.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Edition::number, Edition::digestDate));
  }

  /**
   * The past that ends with the newest list the archive has.
   *
   * @param days how many days, whether they had a list or not; at least 1
   */
  public static Past of(PaperArchive archive, int days) {
    List<Edition> all = archive.editionsAfter(0);
    Optional<LocalDate> newest =
        all.stream().map(Edition::digestDate).max(Comparator.naturalOrder());
    NavigableMap<LocalDate, List<Edition>> byDay =
        all.stream()
            .filter(edition -> edition.digestDate().isAfter(newest.orElseThrow().minusDays(days)))
            .collect(Collectors.groupingBy(Edition::digestDate, TreeMap::new, Collectors.toList()));
    return new Past(archive, byDay);
  }

  public boolean isEmpty() {
    return days.isEmpty();
  }

  /** The first day that had a list. */
  public LocalDate first() {
    return days.firstKey();
  }

  /** The last day that had a list. */
  public LocalDate last() {
    return days.lastKey();
  }

  /** The day on which an edition of this past was listed. */
  public LocalDate dayOf(int edition) {
    return Optional.ofNullable(dayOf.get(edition)).orElseThrow();
  }

  /**
   * The editions of its newest days, by day: as many days as have no more papers than that
   * together, but at least one, if there is any.
   */
  List<List<Edition>> newestDays(int mostPapers) {
    List<List<Edition>> newest = new ArrayList<>();
    int papers = 0;
    for (List<Edition> day : days.descendingMap().values()) {
      papers += day.stream().mapToInt(Edition::papers).sum();
      if (papers > mostPapers && !newest.isEmpty()) {
        break;
      }
      newest.add(day);
    }
    return newest;
  }

  /** What the interests would have found. */
  public Advice advice(Interests interests) {
    Analyzer analyzer = new Analyzer(archive.vocabulary());
    Adviser adviser = new Adviser(interests, analyzer);
    List<Edition> together = new ArrayList<>();
    int withList = 0;
    for (List<Edition> day : days.descendingMap().values()) {
      together.addAll(day);
      withList++;
      boolean enough = together.stream().mapToInt(Edition::papers).sum() >= PAPERS_AT_A_TIME;
      if (enough || day == days.firstEntry().getValue()) {
        adviser.look(new PaperBatch(archive.papersOf(together), analyzer), withList);
        together.clear();
        withList = 0;
      }
    }
    return adviser.advice();
  }
}
