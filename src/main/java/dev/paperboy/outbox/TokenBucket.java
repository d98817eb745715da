package dev.paperboy.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A rate: the bucket gains a token at even intervals, a mail takes one. It holds no more than the
 * tokens of a second, but at least one; so a process that starts again, with a full bucket, is no
 * more than that ahead of the rate. Kept as the one moment at which it will be full (the generic
 * cell rate algorithm). Not for several threads at once.
 */
final class TokenBucket {

  private static final int SECONDS = 60;

  private final Duration interval;
  private final Duration tolerance;
  private final Clock clock;
  private Instant full = Instant.EPOCH;

  /**
   * @param perMinute 0: there is always a token
   */
  TokenBucket(int perMinute, Clock clock) {
    this.clock = clock;
    interval = perMinute == 0 ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(perMinute);
    tolerance = interval.multipliedBy(Math.max(1, perMinute / SECONDS) - 1L);
  }

  /** From one token to the next; zero without a limit. */
  Duration interval() {
    return interval;
  }

  /** Takes a token if there is one. */
  boolean take() {
    Instant now = clock.instant();
    if (next().isAfter(now)) {
      return false;
    }
    full = (full.isAfter(now) ? full : now).plus(interval);
    return true;
  }

  /** When there is, or was, a token. */
  Instant next() {
    return full.minus(tolerance);
  }

  /** Moves its moment with a clock that was put back. */
  void putBack(Duration by) {
    full = full.minus(by);
  }

  boolean isFull() {
    return !full.isAfter(clock.instant());
  }
}
