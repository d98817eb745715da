package dev.paperboy.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Rhythm;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestSlotsTest {

  @ParameterizedTest(name = "{0} at {1} {2}, after {3}: {4}")
  @CsvSource({
    // Berlin is an hour ahead of UTC in winter, two in summer.
    "DAY, 07:30, Europe/Berlin, 2025-12-05T06:29:59Z, 2025-12-05T06:30:00Z",
    "DAY, 07:30, Europe/Berlin, 2025-12-05T06:30:00Z, 2025-12-06T06:30:00Z",
    "DAY, 07:30, Europe/Berlin, 2025-07-05T05:00:00Z, 2025-07-05T05:30:00Z",
    // Friday after the hour: the next weekday is Monday.
    "WEEKDAY, 07:30, UTC, 2025-12-05T08:00:00Z, 2025-12-08T07:30:00Z",
    "WEEK, 07:30, UTC, 2025-12-05T08:00:00Z, 2025-12-08T07:30:00Z",
    "WEEK, 07:30, UTC, 2025-12-08T07:30:00Z, 2025-12-15T07:30:00Z",
    // The local day decides, not that of UTC: Saturday 00:30 in Auckland is still Friday in UTC.
    "WEEKDAY, 00:30, Pacific/Auckland, 2025-12-04T12:00:00Z, 2025-12-07T11:30:00Z",
    // 02:30 does not exist on 2025-03-30 in Berlin: an hour later.
    "DAY, 02:30, Europe/Berlin, 2025-03-29T12:00:00Z, 2025-03-30T01:30:00Z",
    // 02:30 comes twice on 2025-10-26: once is enough.
    "DAY, 02:30, Europe/Berlin, 2025-10-26T00:30:00Z, 2025-10-27T01:30:00Z",
  })
  void the_next_slot_is_the_readers_hour_on_their_day(
      Every every, LocalTime at, ZoneId zone, Instant after, Instant expected) {
    Rhythm rhythm = new Rhythm(every, DayOfWeek.MONDAY, at, zone);
    assertThat(DigestSlots.nextAfter(rhythm, after)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-05, true, true, false",
    "2025-12-06, true, false, false",
    "2025-12-08, true, true, true"
  })
  void days_are_told_by_the_rhythm(LocalDate day, boolean daily, boolean weekday, boolean weekly) {
    assertThat(DigestSlots.isDay(rhythm(Every.DAY), day)).isEqualTo(daily);
    assertThat(DigestSlots.isDay(rhythm(Every.WEEKDAY), day)).isEqualTo(weekday);
    assertThat(DigestSlots.isDay(rhythm(Every.WEEK), day)).isEqualTo(weekly);
  }

  private static Rhythm rhythm(Every every) {
    return new Rhythm(every, DayOfWeek.MONDAY, LocalTime.of(7, 30), ZoneId.of("UTC"));
  }
}
