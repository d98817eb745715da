package dev.paperboy.dump;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The digest date of a capture, whose page shows a day without a year.
 *
 * <p>The page leaves a paper's year out while it is the current one, so every year it shows is
 * smaller than the year of the capture; and nobody captures a list before its day.
 */
final class CaptureDate {

  /** The list was first published in this year. */
  private static final int FIRST_YEAR = 2023;

  /** Somewhere on earth the day begins so many hours before it does in UTC. */
  private static final int HOURS_AHEAD = 14;

  /** So many papers of one year in a list of all times: the capture is of the year after it. */
  private static final int MANY = 3;

  private final DumpFile file;
  private final List<Integer> years;
  private final Optional<LocalDate> named;
  private final LocalDate earliest;

  /**
   * @param years the years shown with papers
   * @param arxivIds arXiv ids mentioned by papers, which say the month
   */
  CaptureDate(DumpFile file, List<Integer> years, List<String> arxivIds) {
    this.file = file;
    this.years = years;
    this.named = DateInName.of(file.name());
    this.earliest =
        arxivIds.stream()
            .filter(id -> Character.isDigit(id.charAt(0)))
            .map(CaptureDate::monthOf)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
  }

  DumpDate of(Optional<ShownDate> shown, Problems problems) {
    return shown.map(date -> withYear(date, problems)).orElseGet(() -> withoutDate(problems));
  }

  private DumpDate withYear(ShownDate shown, Problems problems) {
    if (shown.hasYear() && shown.in(shown.year()).isPresent()) {
      LocalDate day = shown.in(shown.year()).get();
      return new DumpDate(day, "the list's date " + shown.words());
    }
    String list = "the list's date " + shown.words() + "; year: ";
    LocalDate latest =
        LocalDate.ofInstant(file.modified().plusSeconds(HOURS_AHEAD * 3_600L), ZoneOffset.UTC);
    List<LocalDate> candidates =
        IntStream.rangeClosed(firstYear(), latest.getYear())
            .mapToObj(shown::in)
            .flatMap(Optional::stream)
            .filter(day -> !day.isAfter(latest) && !day.isBefore(earliest))
            .toList();
    return switch (candidates.size()) {
      case 0 -> contradiction(shown, list, problems);
      case 1 ->
          new DumpDate(
              candidates.get(0),
              list + "the only one after " + before() + " up to the file's own date");
      default -> oneOf(candidates, list);
    };
  }

  private DumpDate oneOf(List<LocalDate> candidates, String list) {
    Optional<LocalDate> byName = named.filter(candidates::contains);
    if (byName.isPresent()) {
      return new DumpDate(byName.get(), list + "from the file's name");
    }
    OptionalInt newest = newestYear();
    long many = newest.isEmpty() ? 0 : years.stream().filter(y -> y == newest.getAsInt()).count();
    if (many >= MANY) {
      String found = "the first after %d, which %d papers show".formatted(newest.getAsInt(), many);
      return new DumpDate(candidates.get(0), list + found);
    }
    LocalDate last = candidates.get(candidates.size() - 1);
    return new DumpDate(last, list + "the latest that is not after the file's own date");
  }

  /** The file's own date cannot be true, or the years shown are not. */
  private DumpDate contradiction(ShownDate shown, String list, Problems problems) {
    Optional<LocalDate> byName =
        named.filter(day -> shown.in(day.getYear()).equals(named) && day.getYear() >= firstYear());
    if (byName.isPresent()) {
      return new DumpDate(byName.get(), list + "from the file's name");
    }
    LocalDate day =
        IntStream.iterate(firstYear(), year -> year + 1)
            .limit(8)
            .mapToObj(shown::in)
            .flatMap(Optional::stream)
            .filter(candidate -> !candidate.isBefore(earliest))
            .findFirst()
            .orElseGet(() -> LocalDate.of(firstYear(), Month.MARCH, 1));
    problems.add(
        "The list's date %s fits no year between %s and the file's own date; %d was taken. Name the"
                .formatted(shown.words(), before(), day.getYear())
            + " file like 2025-12-05.txt to say the day.");
    return new DumpDate(
        day, list + "the first after " + before() + ", against the file's own date");
  }

  private DumpDate withoutDate(Problems problems) {
    if (named.isPresent()) {
      return new DumpDate(named.get(), "the date in the file's name");
    }
    problems.add(
        "The capture shows no date of the list; the file's own date was taken. Name the file like"
            + " 2025-12-05.txt to say the day.");
    LocalDate day = LocalDate.ofInstant(file.modified(), ZoneOffset.UTC);
    return new DumpDate(day, "the file's own date");
  }

  private OptionalInt newestYear() {
    return years.stream().mapToInt(Integer::intValue).max();
  }

  private int firstYear() {
    int afterNewest = newestYear().orElse(FIRST_YEAR - 1) + 1;
    int afterIds = earliest.equals(LocalDate.MIN) ? FIRST_YEAR : earliest.getYear();
    return Math.max(FIRST_YEAR, Math.max(afterNewest, afterIds));
  }

  private String before() {
    OptionalInt newest = newestYear();
    return newest.isPresent()
        ? newest.getAsInt() + ", the newest year a paper shows,"
        : (FIRST_YEAR - 1) + ", when there was no list yet,";
  }

  private static LocalDate monthOf(String arxivId) {
    int year = 2000 + Integer.parseInt(arxivId.substring(0, 2));
    return LocalDate.of(year, Integer.parseInt(arxivId.substring(2, 4)), 1);
  }
}
