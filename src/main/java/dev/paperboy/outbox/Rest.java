package dev.paperboy.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a thread do nothing until a moment comes. */
@FunctionalInterface
interface Rest {

  /** Returns at that moment, or before it when there is a reason to look around. */
  void until(Instant moment);

  /**
   * In real time.
   *
   * @param end ends every rest, those to come too
   */
  static Rest in(Clock clock, CountDownLatch end) {
    return moment -> {
      long nanos = Duration.between(clock.instant(), moment).toNanos();
      try {
        if (nanos > 0 && end.await(nanos, TimeUnit.NANOSECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
