package dev.paperboy.outbox;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait after the first, second and each later transient failure: what the receiver asks
 * for, else short enough for grey-listing, then longer and longer (RFC 5321 section 4.5.4.1). The
 * last wait repeats until the delivery expires. Immutable.
 *
 * @param jitter the share by which a wait is made longer or shorter, so that deferred mails do not
 *     come back all at once
 */
public record RetrySchedule(List<Duration> waits, double jitter) {

  /** 5, 15, 30 minutes, 1, 2, 4 hours, give or take a fifth. */
  public static final RetrySchedule DEFAULT =
      new RetrySchedule(
          List.of(
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(30),
              Duration.ofHours(1),
              Duration.ofHours(2),
              Duration.ofHours(4)),
          0.2);

  public RetrySchedule {
    waits = List.copyOf(waits);
  }

  /**
   * The wait after a failed attempt.
   *
   * @param attempt counted from 1
   * @param chance a random number from 0 (shortest) to 1 (longest)
   * @param reply what the receiver said; a wait stated there is never made shorter
   */
  public Duration after(int attempt, double chance, String reply) {
    return StatedWait.in(reply)
        .map(stated -> times(stated, 1 + jitter * chance))
        .orElseGet(() -> times(usual(attempt), 1 + jitter * (2 * chance - 1)));
  }

  private Duration usual(int attempt) {
    return waits.get(Math.min(Math.max(attempt, 1), waits.size()) - 1);
  }

  private static Duration times(Duration wait, double factor) {
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
