package dev.paperboy.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When to try again what failed: after a minute, then two, four, eight, and every fifteen. Belongs
 * to one thread at a time.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Clock clock;
  private Instant notBefore = Instant.MIN;
  private Duration next = FIRST;

  BackOff(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether it is too early to try. A wait that is longer than any was set by a clock that has been
   * put back since.
   */
  boolean rests() {
    Instant now = clock.instant();
    return now.isBefore(notBefore) && !notBefore.isAfter(now.plus(LONGEST));
  }

  /** It failed; how long it rests now. */
  Duration failed() {
    Duration rest = next;
    notBefore = clock.instant().plus(rest);
    Duration longer = rest.multipliedBy(2);
    next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    return rest;
  }

  /** It went well; the next failure is a first one. */
  void worked() {
    next = FIRST;
  }
}
