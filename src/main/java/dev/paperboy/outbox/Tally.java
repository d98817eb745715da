package dev.paperboy.outbox;

import dev.paperboy.outbox.Readmission.PutBack;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts what happens to the deliveries of one dispatch. Threads share it. */
final class Tally {

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger deferred = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger inDoubt = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();
  private final AtomicReference<@Nullable String> halted = new AtomicReference<>();
  private final CircuitBreaker breaker = new CircuitBreaker();

  CircuitBreaker breaker() {
    return breaker;
  }

  void sent() {
    sent.incrementAndGet();
  }

  void deferred() {
    deferred.incrementAndGet();
  }

  void failed() {
    failed.incrementAndGet();
  }

  void inDoubt() {
    inDoubt.incrementAndGet();
  }

  void cancelled() {
    cancelled.incrementAndGet();
  }

  /** They are to be sent again after all, and are counted where they wait. */
  void putBack(PutBack mails) {
    failed.addAndGet(-mails.failed());
    deferred.addAndGet(-mails.deferred());
  }

  /** The first reason counts. */
  void halt(String reason) {
    halted.compareAndSet(null, reason);
  }

  boolean halted() {
    return halted.get() != null;
  }

  DispatchSummary summary() {
    return new DispatchSummary(
        sent.get(),
        deferred.get(),
        failed.get(),
        inDoubt.get(),
        cancelled.get(),
        0,
        List.of(),
        Optional.ofNullable(halted.get()));
  }
}
