package dev.paperboy.web;

import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.interest.Interests;
import dev.paperboy.subscriber.DigestSlots;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.template.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When a reader gets the next digest, or why there will be none, as a sentence. */
final class NextDigest {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Instant now;
  private final Texts texts;

  NextDigest(Instant now, Texts texts) {
    this.now = now;
    this.texts = texts;
  }

  /**
   * The sentence.
   *
   * @param interests empty where the document cannot be read
   */
  String of(Subscriber subscriber, Optional<Interests> interests) {
    return switch (subscriber.standing().state()) {
      case ACTIVE, PAUSED -> ofSubscribed(subscriber, interests);
      case PENDING -> texts.of("page.next.pending");
      case UNSUBSCRIBED -> texts.of("page.next.unsubscribed");
      case SUPPRESSED -> texts.of("page.next.suppressed");
    };
  }

  /** On which days and at what time, such as {@code every weekday at 18:15, Europe/Berlin}. */
  String rhythm(Rhythm rhythm) {
    String every = rhythm.every().name().toLowerCase(Locale.ROOT);
    Locale locale = texts.language().locale();
    String day = rhythm.on().getDisplayName(TextStyle.FULL, locale);
    return texts.of(
        "page.rhythm.when",
        Map.of(
            "days",
            rhythm.every() == Every.WEEK
                ? texts.of("page.rhythm.week", Map.of("day", day))
                : texts.of("page.rhythm." + every),
            "time",
            time(rhythm.at()),
            "zone",
            rhythm.timezone().getId()));
  }

  private String ofSubscribed(Subscriber subscriber, Optional<Interests> interests) {
    if (interests.isEmpty()) {
      return texts.of("page.next.problems");
    }
    LocalDate until = subscriber.standing().pausedUntil();
    if (subscriber.standing().state() == State.PAUSED && until == null) {
      return texts.of("page.next.paused");
    }
    Rhythm rhythm = interests.get().digest().rhythm();
    Instant due =
        Stream.of(until, interests.get().pauseUntil())
            .filter(Objects::nonNull)
            .map(day -> DigestSlots.nextFrom(rhythm, day))
            .reduce(subscriber.progress().nextDigestAt(), NextDigest::later);
    return due.isAfter(now) ? due(due.atZone(rhythm.timezone())) : texts.of("page.next.now");
  }

  private String due(ZonedDateTime moment) {
    return texts.of(
        "page.next.due",
        Map.of(
            "day", texts.dates().full(moment.toLocalDate()),
            "time", time(moment.toLocalTime()),
            "zone", moment.getZone().getId()));
  }

  private static String time(LocalTime time) {
    return TIME.format(time);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
