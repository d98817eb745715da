package dev.paperboy.dump;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The digest date of a {@code daily_papers} answer. */
final class JsonDigestDate {

  private JsonDigestDate() {}

  /**
   * What most rows say ({@code submittedOnDailyAt}, there since March 2025), else the date in the
   * file's name, else a guess with a problem. The outer {@code publishedAt} changed its meaning and
   * is no evidence of the day.
   */
  static DumpDate of(List<JsonRow> rows, DumpFile file, Problems problems) {
    Map<LocalDate, Long> days =
        rows.stream()
            .map(JsonRow::submitted)
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    Optional<Map.Entry<LocalDate, Long>> most =
        days.entrySet().stream().reduce((a, b) -> b.getValue() >= a.getValue() ? b : a);
    if (most.isPresent()) {
      String found =
          "submittedOnDailyAt of %d of %d papers".formatted(most.get().getValue(), rows.size());
      return new DumpDate(most.get().getKey(), found);
    }
    return DateInName.of(file.name())
        .map(day -> new DumpDate(day, "the date in the file's name"))
        .orElseGet(() -> guess(rows, file, problems));
  }

  private static DumpDate guess(List<JsonRow> rows, DumpFile file, Problems problems) {
    problems.add(
        "Neither the papers nor the file's name tell the day of the list; it was guessed. Name the"
            + " file like 2025-12-05.json to say it.");
    return rows.stream()
        .map(JsonRow::newest)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .map(day -> new DumpDate(day, "the newest publishedAt"))
        .orElseGet(
            () ->
                new DumpDate(
                    LocalDate.ofInstant(file.modified(), ZoneOffset.UTC), "the file's own date"));
  }
}
