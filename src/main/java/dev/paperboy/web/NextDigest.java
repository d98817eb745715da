package dev.paperboy.web;

import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.interest.Interests;
import dev.paperboy.subscriber.DigestSlots;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When a reader gets the next digest, or why there will be none, as a sentence. */
final class NextDigest {

  private final Instant now;

  NextDigest(Instant now) {
    this.now = now;
  }

  /**
   * The sentence.
   *
   * @param interests empty where the document cannot be read
   */
  String of(Subscriber subscriber, Optional<Interests> interests) {
    return switch (subscriber.standing().state()) {
      case ACTIVE, PAUSED -> ofSubscribed(subscriber, interests);
      case PENDING -> "No digest comes until the subscription is confirmed.";
      case UNSUBSCRIBED ->
          "No digest comes: you are unsubscribed. To come back, ask whoever runs this Paperboy.";
      case SUPPRESSED ->
          "No digest comes: mail to your address was refused. Tell whoever runs this Paperboy.";
    };
  }

  private String ofSubscribed(Subscriber subscriber, Optional<Interests> interests) {
    if (interests.isEmpty()) {
      return "No digest comes until the problems in your interests are mended.";
    }
    LocalDate until = subscriber.standing().pausedUntil();
    if (subscriber.standing().state() == State.PAUSED && until == null) {
      return "No digest comes: you are paused. To go on, ask whoever runs this Paperboy.";
    }
    Rhythm rhythm = interests.get().digest().rhythm();
    Instant due =
        Stream.of(until, interests.get().pauseUntil())
            .filter(Objects::nonNull)
            .map(day -> DigestSlots.nextFrom(rhythm, day))
            .reduce(subscriber.progress().nextDigestAt(), NextDigest::later);
    return due.isAfter(now)
        ? "Your next digest is due on " + Moments.moment(due, rhythm.timezone()) + "."
        : "Your next digest is due now: it comes with the next run.";
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
