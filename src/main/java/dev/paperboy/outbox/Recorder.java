package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.MailSource.Prepared.TakeBack;
import dev.paperboy.store.GroupCommit.Commit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
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

  /** What became of a delivery, on its way into the store. */
  final class Recording {

    private final Delivery delivery;
    private final DeliveryResult result;
    private final Commit commit;

    private Recording(Delivery delivery, DeliveryResult result) {
      this.delivery = delivery;
      this.result = result;
      this.commit = guarded(() -> write(delivery, result));
    }

    /**
     * Returns when it is durable. If the store fails, the result is kept in memory until {@link
     * #catchUp}.
     */
    void settle(Tally tally) {
      guarded(
          () -> {
            commit.await();
            return commit;
          });
      count(result, tally);
    }

    private Commit guarded(Supplier<Commit> writing) {
      try {
        return writing.get();
      } catch (JdbiException e) {
        unwritten.add(new Unwritten(delivery, result));
        throw e;
      }
    }
  }

  /** Begins to write it down; to be settled before its connection begins another mail. */
  Recording record(Delivery delivery, DeliveryResult result) {
    return new Recording(delivery, result);
  }

  /**
   * After the store failed in the middle of a dispatch: writes down how the mails ended that had
   * been sent, and gives back what was taken and not begun. Only while nothing is being sent.
   */
  void catchUp(Tally tally) {
    for (Unwritten next = unwritten.peek(); next != null; next = unwritten.peek()) {
      write(next.delivery(), next.result()).await();
      count(next.result(), tally);
      unwritten.remove();
    }
    leases.releaseAll();
  }

  private Commit write(Delivery delivery, DeliveryResult result) {
    if (result instanceof Accepted accepted) {
      return leases.close(delivery, State.SENT, accepted.reply());
    }
    if (result instanceof TransientFailure failure) {
      return leases.defer(delivery, failure.reply(), nextAttempt(delivery, failure));
    }
    if (result instanceof InDoubt doubt) {
      return leases.doubt(delivery, doubt.reply(), nextAttempt(delivery, doubt));
    }
    if (result instanceof PermanentFailure failure) {
      LOG.warn("{} refused: {}", delivery.order().recipient().masked(), failure.reply());
      if (failure.badAddress()) {
        source.badAddress(delivery, failure.reply());
      }
      return leases.close(delivery, State.FAILED, failure.reply());
    }
    return () -> leases.release(delivery); // A fault on this side: no attempt is burnt.
  }

  private static void count(DeliveryResult result, Tally tally) {
    if (result instanceof Accepted) {
      tally.sent();
    } else if (result instanceof TransientFailure) {
      tally.deferred();
    } else if (result instanceof InDoubt) {
      tally.inDoubt();
    } else if (result instanceof PermanentFailure) {
      tally.failed();
    } else if (result instanceof SenderFault fault) {
      tally.halt(fault.reply());
    }
  }

  void cancel(Delivery delivery, String reason, Tally tally) {
    leases.close(delivery, State.CANCELLED, reason).await();
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
