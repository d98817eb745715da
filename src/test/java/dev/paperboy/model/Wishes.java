package dev.paperboy.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A reader's interests document, and what it means.
 *
 * @param every day, weekday or week
 * @param on the day of a weekly digest
 * @param rolls whether papers of a day without a match are kept for the next mail
 * @param pauseUntil the first day of mail again
 */
record Wishes(
    Set<String> topics,
    String every,
    DayOfWeek on,
    LocalTime at,
    ZoneId zone,
    boolean rolls,
    @Nullable LocalDate pauseUntil) {

  Wishes {
    topics = new TreeSet<>(topics);
  }

  String yaml() {
    String pause = pauseUntil == null ? "" : ", pause_until: " + pauseUntil;
    return """
        {interests: %s, digest: {trending: 0, papers: 50, every: %s, on: %s, at: "%s", timezone: %s,
          quiet_day: %s}%s}
        """
        .formatted(
            topics,
            every,
            on.name().toLowerCase(Locale.ROOT),
            at,
            zone,
            rolls ? "roll" : "skip",
            pause);
  }

  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  boolean pausesOn(LocalDate day) {
    return pauseUntil != null && day.isBefore(pauseUntil);
  }

  /** The first of the reader's hours after this moment. */
  Instant nextHour(Instant after) {
    for (LocalDate day = today(after); ; day = day.plusDays(1)) {
      Instant hour = ZonedDateTime.of(day, at, zone).toInstant();
      if (isDay(day) && hour.isAfter(after)) {
        return hour;
      }
    }
  }

  boolean isDay(LocalDate day) {
    return switch (every) {
      case "day" -> true;
      case "weekday" -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
      default -> day.getDayOfWeek() == on;
    };
  }
}
