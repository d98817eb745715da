package dev.paperboy.subscriber;

import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Rhythm;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * When a reader's digest is due: their hour, in their time zone, on their days. An hour that a
 * clock change leaves out moves forward by the length of the gap; one that comes twice counts the
 * first time (as {@link ZonedDateTime#of} resolves them).
 */
public final class DigestSlots {

  private static final int DAYS_TO_LOOK_AHEAD = 8;

  private DigestSlots() {}

  /** The first moment after the given one at which a digest is due. */
  public static Instant nextAfter(Rhythm rhythm, Instant after) {
    LocalDate today = LocalDate.ofInstant(after, rhythm.timezone());
    for (int ahead = 0; ahead <= DAYS_TO_LOOK_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      Instant slot = on(rhythm, day);
      if (isDay(rhythm, day) && slot.isAfter(after)) {
        return slot;
      }
    }
    throw new IllegalStateException("no slot within a week: " + rhythm);
  }

  /** The first moment at which a digest is due on the given day or later. */
  public static Instant nextFrom(Rhythm rhythm, LocalDate day) {
    return nextAfter(rhythm, day.atStartOfDay(rhythm.timezone()).toInstant().minusNanos(1));
  }

  /** Whether the reader wants a digest on this day. */
  public static boolean isDay(Rhythm rhythm, LocalDate day) {
    return switch (rhythm.every()) {
      case DAY -> true;
      case WEEKDAY ->
          day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
      case WEEK -> day.getDayOfWeek() == rhythm.on();
    };
  }

  /** The days in words, such as {@code every weekday} or {@code every week on Monday}. */
  public static String describe(Rhythm rhythm) {
    return rhythm.every() == Every.WEEK
        ? "every week on " + capitalized(rhythm.on().name())
        : "every " + rhythm.every().name().toLowerCase(Locale.ROOT);
  }

  private static Instant on(Rhythm rhythm, LocalDate day) {
    return ZonedDateTime.of(day, rhythm.at(), rhythm.timezone()).toInstant();
  }

  private static String capitalized(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
