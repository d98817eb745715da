package dev.paperboy.outbox;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether any mail may leave at all: the time of day, and what a new sender may send in a day,
 * counted from the store. Threads share it.
 */
final class Opening {

  private static final Duration DAY = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final SendingLimits limits;
  private final Clock clock;
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile int day = 1;

  Opening(Store store, SendingLimits limits, Clock clock) {
    this.jdbi = store.jdbi();
    this.limits = limits;
    this.clock = clock;
  }

  /** No mail leaves, and in words why. */
  record Closed(WaitReason reason, String words) {}

  /** Counts what was sent; before a dispatch. */
  void count() {
    if (limits.warmUp().isOn()) {
      jdbi.useHandle(this::count);
    }
  }

  private void count(Handle db) {
    // A sent delivery was due when it was sent; an index leads there.
    Optional<Instant> first =
        db.createQuery("select min(due_at) from delivery where state = 'sent'")
            .mapTo(OffsetDateTime.class)
            .findOne()
            .map(OffsetDateTime::toInstant);
    Instant now = clock.instant();
    day = first.map(begun -> 1 + (int) Duration.between(begun, now).dividedBy(DAY)).orElse(1);
    int sent =
        db.createQuery("select count(*) from delivery where state = 'sent' and due_at > :since")
            .bind("since", now.minus(DAY).atOffset(ZoneOffset.UTC))
            .mapTo(Integer.class)
            .one();
    left.set(limits.warmUp().on(day) - sent);
  }

  /** Whether it is a time of day at which mail leaves. */
  boolean inHours() {
    return limits.window().isOpen(clock.instant());
  }

  Optional<Closed> closed() {
    if (!inHours()) {
      return Optional.of(
          new Closed(WaitReason.WINDOW, "mail is sent " + limits.window().describe()));
    }
    return left.get() > 0
        ? Optional.empty()
        : Optional.of(
            new Closed(
                WaitReason.WARM_UP,
                "warm-up, day %,d, %,d a day".formatted(day, limits.warmUp().on(day))));
  }

  /** Whether one more mail may be sent; then {@link #leave} is to follow. */
  boolean enter() {
    return !limits.warmUp().isOn() || left.getAndUpdate(n -> n > 0 ? n - 1 : n) > 0;
  }

  /** A mail that was not sent counts for nothing. */
  void leave(boolean sent) {
    if (limits.warmUp().isOn() && !sent) {
      left.incrementAndGet();
    }
  }
}
