package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How a receiving domain bears our mail. If it asks for less, or refuses several in a row for now,
 * nothing goes there for a minute; then one mail tries, and as long as it fares no better, twice as
 * long, up to an hour. The first success ends it. Guarded by the {@link Gate}.
 */
final class Trouble {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int IN_A_ROW = 3;

  private final Clock clock;
  private int failures;
  private Duration backOff = Duration.ZERO;
  private Instant until = Instant.EPOCH;

  Trouble(Clock clock) {
    this.clock = clock;
  }

  void note(DeliveryResult result) {
    if (result instanceof Accepted) {
      failures = 0;
      backOff = isQuiet() ? backOff : Duration.ZERO;
    } else if (result instanceof TransientFailure failure && failure.cause() != Cause.RECIPIENT) {
      failures++;
      // What was on its way when it began says nothing new.
      if (!isQuiet() && (failure.cause() == Cause.DOMAIN || failures >= IN_A_ROW || isOn())) {
        begin(failure);
      }
    }
  }

  private void begin(TransientFailure failure) {
    Duration doubled = backOff.isZero() ? FIRST : backOff.multipliedBy(2);
    backOff = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    Duration stated = StatedWait.in(failure.reply()).orElse(Duration.ZERO);
    until = clock.instant().plus(stated.compareTo(backOff) > 0 ? stated : backOff);
  }

  /** Whether there was trouble and no success since. */
  boolean isOn() {
    return !backOff.isZero();
  }

  /** Whether something would be forgotten with it. */
  boolean isKnown() {
    return failures > 0 || isOn();
  }

  /** Whether nothing goes there now. */
  boolean isQuiet() {
    return until.isAfter(clock.instant());
  }

  /** Moves its moment with a clock that was put back. */
  void putBack(Duration by) {
    until = until.minus(by);
  }

  Instant until() {
    return until;
  }
}
