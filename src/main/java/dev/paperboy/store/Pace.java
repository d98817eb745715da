package dev.paperboy.store;

import java.util.concurrent.TimeUnit;

/** How fast writes come, of late. For one thread at a time. */
final class Pace {

  /** Where writes come further apart, commits hold nobody up. */
  private static final double BUSY_NANOS = TimeUnit.MICROSECONDS.toNanos(1_250);

  /** A longer rest counts like that, so that it is soon forgotten. */
  private static final double REST_NANOS = 10 * BUSY_NANOS;

  /** Of a mean, the share that the newest value has. */
  private static final double NEWEST = 0.2;

  private double nanosApart = REST_NANOS;
  private long lastNanos;

  /**
   * @param now as {@link System#nanoTime}
   */
  Pace(long now) {
    lastNanos = now;
  }

  /** So many writes came since the last call, at least one. */
  void note(int writes, long now) {
    double apart = Math.min((double) (now - lastNanos) / writes, REST_NANOS);
    nanosApart += NEWEST * (apart - nanosApart);
    lastNanos = now;
  }

  /** Whether more than 800 come in a second. */
  boolean isBusy() {
    return nanosApart < BUSY_NANOS;
  }
}
