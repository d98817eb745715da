package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.interest.Interests;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.Progress;
import dev.paperboy.subscriber.Subscriber.Standing;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.template.PageStyle;
import dev.paperboy.template.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextDigestTest {

  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");
  private static final Texts ENGLISH = PageStyle.shipped().choose("en", null);
  private static final Texts GERMAN = PageStyle.shipped().choose("de", null);
  private static final Rhythm WEEKDAYS =
      new Rhythm(Every.WEEKDAY, DayOfWeek.MONDAY, LocalTime.of(7, 30), ZoneId.of("Asia/Tokyo"));

  @Test
  void it_is_told_in_the_readers_own_time() {
    assertThat(next(State.ACTIVE, null, null, "2026-03-04T22:30:00Z"))
        .isEqualTo("Your next digest is due on Thursday, 5 March 2026, at 07:30 (Asia/Tokyo).");
  }

  @Test
  void one_that_is_overdue_comes_with_the_next_run() {
    assertThat(next(State.ACTIVE, null, null, "2026-03-04T09:00:00Z"))
        .isEqualTo("Your next digest is due now: it comes with the next run.");
  }

  @Test
  void the_later_of_two_pauses_counts_and_then_the_first_day_of_the_rhythm() {
    LocalDate saturday = LocalDate.parse("2026-03-14");
    assertThat(next(State.PAUSED, LocalDate.parse("2026-03-06"), saturday, "2026-03-04T22:30:00Z"))
        .isEqualTo("Your next digest is due on Monday, 16 March 2026, at 07:30 (Asia/Tokyo).");
    assertThat(next(State.PAUSED, saturday, null, "2026-03-04T22:30:00Z")).contains("16 March");
    assertThat(next(State.ACTIVE, null, saturday, "2026-03-04T22:30:00Z")).contains("16 March");
  }

  @Test
  void a_pause_that_is_over_does_not_count() {
    LocalDate past = LocalDate.parse("2026-02-01");
    assertThat(next(State.PAUSED, past, past, "2026-03-04T22:30:00Z")).contains("5 March 2026");
  }

  @Test
  void whoever_gets_none_is_told_why() {
    String due = "2026-03-04T22:30:00Z";
    assertThat(next(State.PAUSED, null, null, due)).startsWith("No digest comes: you are paused.");
    assertThat(next(State.PENDING, null, null, due))
        .contains("until the subscription is confirmed");
    assertThat(next(State.UNSUBSCRIBED, null, null, due)).contains("you are unsubscribed");
    assertThat(next(State.SUPPRESSED, null, null, due)).contains("was refused");
    assertThat(
            new NextDigest(WEDNESDAY, ENGLISH)
                .of(subscriber(State.ACTIVE, null, due), Optional.empty()))
        .contains("until the problems in your interests are mended");
  }

  @Test
  void german_has_its_own_words_for_days_and_rhythms() {
    Optional<Interests> interests =
        Optional.of(
            new Interests(
                List.of(),
                List.of(),
                new DigestWishes(WEEKDAYS, 10, 3, QuietDay.SKIP, Format.HTML),
                null));
    NextDigest next = new NextDigest(WEDNESDAY, GERMAN);

    assertThat(next.of(subscriber(State.ACTIVE, null, "2026-03-04T22:30:00Z"), interests))
        .isEqualTo(
            "Die nächste Mail kommt am Donnerstag, 5. März 2026, um 07:30 Uhr (Asia/Tokyo).");
    assertThat(next.rhythm(WEEKDAYS)).isEqualTo("montags bis freitags um 07:30 Uhr, Asia/Tokyo");
    assertThat(
            next.rhythm(
                new Rhythm(Every.WEEK, DayOfWeek.FRIDAY, LocalTime.of(9, 5), ZoneId.of("UTC"))))
        .isEqualTo("jede Woche am Freitag um 09:05 Uhr, UTC");
    assertThat(new NextDigest(WEDNESDAY, ENGLISH).rhythm(WEEKDAYS))
        .isEqualTo("every weekday at 07:30, Asia/Tokyo");
  }

  private static String next(
      State state, @Nullable LocalDate until, @Nullable LocalDate pauseUntil, String due) {
    DigestWishes wishes = new DigestWishes(WEEKDAYS, 10, 3, QuietDay.SKIP, Format.HTML);
    Interests interests = new Interests(List.of(), List.of(), wishes, pauseUntil);
    return new NextDigest(WEDNESDAY, ENGLISH)
        .of(subscriber(state, until, due), Optional.of(interests));
  }

  private static Subscriber subscriber(State state, @Nullable LocalDate until, String due) {
    return new Subscriber(
        1,
        EmailAddress.parse("reader@example.org").orElseThrow(),
        new Standing(state, null, until, WEDNESDAY),
        "",
        new Progress(0, Instant.parse(due)),
        "seed",
        WEDNESDAY);
  }
}
