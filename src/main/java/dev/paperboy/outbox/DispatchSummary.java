package dev.paperboy.outbox;

import dev.paperboy.outbox.Opening.Closed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dispatch did; due = sent + deferred + failed + in doubt + cancelled + waiting.
 *
 * @param sent accepted by the receiver
 * @param deferred refused for now, come again
 * @param failed refused for ever
 * @param inDoubt handed over, but no answer came
 * @param cancelled not sent, because the subscriber is gone
 * @param left not sent and due: they wait for a limit, for a reader who paused, or for what halted
 *     sending; counted in the store when the dispatch ended
 * @param waiting what waits for a limit, such as {@code 1,234 wait: warm-up, day 3, 800 a day}
 * @param halted why sending stopped before the end, if it did: the fault is on this side
 */
public record DispatchSummary(
    int sent,
    int deferred,
    int failed,
    int inDoubt,
    int cancelled,
    int left,
    List<String> waiting,
    Optional<String> halted) {

  public DispatchSummary {
    waiting = List.copyOf(waiting);
  }

  /** The same, and how many wait, in all and for what. */
  DispatchSummary withWaiting(int left, Map<WaitReason, Integer> counts, Optional<Closed> closed) {
    List<String> sentences = new ArrayList<>();
    counts.forEach(
        (reason, number) ->
            sentences.add(
                "%,d wait: %s"
                    .formatted(
                        number,
                        closed
                            .filter(known -> known.reason() == reason)
                            .map(Closed::words)
                            .orElse(reason.word()))));
    return new DispatchSummary(sent, deferred, failed, inDoubt, cancelled, left, sentences, halted);
  }

  /** Deliveries that came to some end or postponement. */
  public int handled() {
    return sent + deferred + failed + inDoubt + cancelled;
  }

  /** The sentence an operator reads: {@code 4 due = 2 sent + 1 deferred + ... + 1 waiting}. */
  public String sentence() {
    return "%d due = %d sent + %d deferred + %d failed + %d in doubt + %d cancelled + %d waiting"
        .formatted(handled() + left, sent, deferred, failed, inDoubt, cancelled, left);
  }
}
