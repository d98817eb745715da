package dev.paperboy.outbox;

import java.util.Optional;

/**
 * What a dispatch did; the figures add up to the deliveries it took.
 *
 * @param sent accepted by the receiver
 * @param deferred refused for now, come again
 * @param failed refused for ever
 * @param inDoubt handed over, but no answer came
 * @param cancelled not sent, because the subscriber is gone
 * @param halted why sending stopped before the end, if it did: the fault is on this side
 */
public record DispatchSummary(
    int sent, int deferred, int failed, int inDoubt, int cancelled, Optional<String> halted) {

  /** Deliveries that came to some end or postponement. */
  public int handled() {
    return sent + deferred + failed + inDoubt + cancelled;
  }

  /** The sentence an operator reads: {@code 3 due = 2 sent + 1 deferred + 0 failed + ...}. */
  public String sentence() {
    return "%d due = %d sent + %d deferred + %d failed + %d in doubt + %d cancelled"
        .formatted(handled(), sent, deferred, failed, inDoubt, cancelled);
  }
}
