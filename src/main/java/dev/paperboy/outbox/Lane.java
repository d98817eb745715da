package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.outbox.SendingLimits.DomainLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to one receiving domain: who may enter now, and when the others are to come back. Each of
 * those gets a moment of its own, so that a thousand who wait do not all come back at once. Guarded
 * by the {@link Gate}.
 */
final class Lane {

  /** Of a mean, the share that the newest value has. */
  private static final double NEWEST = 0.2;

  /** No mail is longer on its way; if it seems so, the clock has jumped. */
  private static final long SLOWEST_MILLIS = Duration.ofMinutes(5).toMillis();

  private final DomainLimit limit;
  private final TokenBucket bucket;
  private final Clock clock;
  private final Trouble trouble;
  private int inside;
  private double millisPerMail = 100;
  private Instant lastTurn = Instant.EPOCH;

  Lane(DomainLimit limit, Clock clock) {
    this.limit = limit;
    this.bucket = new TokenBucket(limit.perMinute(), clock);
    this.trouble = new Trouble(clock);
    this.clock = clock;
  }

  /** Empty: a mail may be sent now, and {@link #leave} is to follow. */
  Optional<Wait> enter() {
    if (trouble.isQuiet()) {
      return Optional.of(new Wait(trouble.until(), WaitReason.SLOW_DOMAIN));
    }
    int connections = trouble.isOn() ? 1 : limit.connections();
    if (inside >= connections) {
      long spacing = (long) (millisPerMail / connections);
      return Optional.of(turn(Duration.ofMillis(Math.max(1, spacing))));
    }
    if (!bucket.take()) {
      return Optional.of(turn(bucket.interval()));
    }
    inside++;
    return Optional.empty();
  }

  /**
   * @param result null: nothing was sent
   * @param took how long the mail was on its way
   */
  void leave(@Nullable DeliveryResult result, Duration took) {
    inside--;
    if (result == null) {
      return;
    }
    trouble.note(result);
    long millis = Math.min(Math.max(0, took.toMillis()), SLOWEST_MILLIS);
    millisPerMail += NEWEST * (millis - millisPerMail);
  }

  /** Moves every moment with a clock that was put back. */
  void putBack(Duration by) {
    lastTurn = lastTurn.minus(by);
    bucket.putBack(by);
    trouble.putBack(by);
  }

  /** Whether nothing is lost by forgetting it. */
  boolean isAtRest() {
    return inside == 0
        && !trouble.isKnown()
        && bucket.isFull()
        && !lastTurn.isAfter(clock.instant());
  }

  private Wait turn(Duration spacing) {
    Instant now = clock.instant();
    Instant free = bucket.next().isAfter(now) ? bucket.next() : now.plus(spacing);
    Instant behind = lastTurn.plus(spacing);
    lastTurn = behind.isAfter(free) ? behind : free;
    return new Wait(lastTurn, WaitReason.RATE_LIMIT);
  }
}
