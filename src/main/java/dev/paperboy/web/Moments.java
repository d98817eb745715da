package dev.paperboy.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people say them, in English: the language of the pages. */
final class Moments {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private Moments() {}

  /** Such as {@code Friday, 5 December 2025}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as {@code Friday, 5 December 2025, at 07:30 (Europe/Berlin)}. */
  static String moment(Instant moment, ZoneId zone) {
    return "%s, at %s (%s)"
        .formatted(
            DAY.withZone(zone).format(moment), TIME.withZone(zone).format(moment), zone.getId());
  }
}
