package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the limits: every mail asks here just before it is sent. A mail that may not be sent now
 * goes back to the outbox with the moment at which it may, so that nobody waits with a delivery in
 * hand and a slow domain stops no other. Threads share it.
 */
final class Gate {

  private final SendingLimits limits;
  private final Clock clock;
  private final TokenBucket all;
  private final Map<String, Lane> lanes = new HashMap<>();
  private Instant latest = Instant.MIN;

  Gate(SendingLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.all = new TokenBucket(limits.perMinute(), clock);
  }

  /** When the next mail may be sent, whoever it is for. */
  synchronized Instant next() {
    lookAtClock();
    return all.next();
  }

  /** How many deliveries to take at once: no more than may be sent. */
  int batch(int most) {
    return limits.perMinute() == 0 ? most : 1;
  }

  /** Empty: a mail to this domain may be sent now, and {@link #leave} is to follow. */
  synchronized Optional<Wait> enter(String domain) {
    lookAtClock();
    if (all.next().isAfter(clock.instant())) {
      return Optional.of(new Wait(all.next(), WaitReason.RATE_LIMIT));
    }
    Lane lane = lanes.computeIfAbsent(domain, name -> new Lane(limits.of(name), clock));
    Optional<Wait> wait = lane.enter();
    if (wait.isEmpty()) {
      all.take();
    }
    return wait;
  }

  /**
   * The mail has been sent, or was not to be sent after all.
   *
   * @param result null: nothing was sent
   * @param took how long it was on its way
   */
  synchronized void leave(String domain, @Nullable DeliveryResult result, Duration took) {
    lookAtClock();
    Lane lane = lanes.get(domain);
    if (lane != null) {
      lane.leave(result, took);
      if (lane.isAtRest()) {
        lanes.remove(domain);
      }
    }
  }

  /** If the clock was put back, everything here moves with it, else all would wait so long. */
  private void lookAtClock() {
    Instant now = clock.instant();
    if (now.isBefore(latest)) {
      Duration by = Duration.between(now, latest);
      all.putBack(by);
      lanes.values().forEach(lane -> lane.putBack(by));
    }
    latest = now;
  }
}
