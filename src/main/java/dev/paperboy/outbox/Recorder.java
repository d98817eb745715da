package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.MailSource.Prepared.TakeBack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of a delivery, and draws the consequences. Threads share it. */
final class Recorder {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /** How soon a reader who has paused is looked at again. */
  private static final Duration NEXT_LOOK = Duration.ofMinutes(10);

  private final Leases leases;
  private final MailSource source;
  private final Clock clock;
  private final Queue<Unwritten> unwritten = new ConcurrentLinkedQueue<>();

  private record Unwritten(Delivery delivery, DeliveryResult result) {}

  Recorder(Leases leases, MailSource source, Clock clock) {
    this.leases = leases;
    this.source = source;
    this.clock = clock;
  }

  /** If the store fails, the result is kept in memory until {@link #catchUp}. */
  void record(Delivery delivery, DeliveryResult result, Tally tally) {
    try {
      write(delivery, result, tally);
    } catch (JdbiException e) {
      unwritten.add(new Unwritten(delivery, result));
      throw e;
    }
  }

  /**
   * After the store failed in the middle of a dispatch: writes down how the mails ended that had
   * been sent, and gives back what was taken and not begun. Only while nothing is being sent.
   */
  void catchUp(Tally tally) {
    for (Unwritten next = unwritten.peek(); next != null; next = unwritten.peek()) {
      write(next.delivery(), next.result(), tally);
      unwritten.remove();
    }
    leases.releaseAll();
  }

  private void write(Delivery delivery, DeliveryResult result, Tally tally) {
    if (result instanceof Accepted accepted) {
      leases.close(delivery, State.SENT, accepted.reply());
      tally.sent();
    } else if (result instanceof TransientFailure failure) {
      leases.defer(delivery, failure.reply(), nextAttempt(delivery, failure));
      tally.deferred();
    } else if (result instanceof PermanentFailure failure) {
      LOG.warn("{} refused: {}", delivery.order().recipient().masked(), failure.reply());
      if (failure.badAddress()) {
        source.badAddress(delivery, failure.reply());
      }
      leases.close(delivery, State.FAILED, failure.reply());
      tally.failed();
    } else if (result instanceof InDoubt doubt) {
      leases.doubt(delivery, doubt.reply(), nextAttempt(delivery, doubt));
      tally.inDoubt();
    } else if (result instanceof SenderFault fault) {
      halt(delivery, fault.reply(), tally);
    }
  }

  void cancel(Delivery delivery, String reason, Tally tally) {
    leases.close(delivery, State.CANCELLED, reason);
    tally.cancelled();
  }

  void takeBack(Delivery delivery, TakeBack what, Tally tally) {
    if (leases.takeBack(delivery, what)) {
      tally.cancelled();
    } else {
      leases.keep(delivery, new Wait(clock.instant().plus(NEXT_LOOK), WaitReason.PAUSED_READER));
    }
  }

  /** The fault is on this side: nothing more can be sent, and no attempt is burnt. */
  void halt(Delivery delivery, String reason, Tally tally) {
    leases.release(delivery);
    tally.halt(reason);
  }

  private Instant nextAttempt(Delivery delivery, DeliveryResult result) {
    double chance = ThreadLocalRandom.current().nextDouble();
    return clock
        .instant()
        .plus(RetrySchedule.DEFAULT.after(delivery.attempts(), chance, result.reply()));
  }
}
