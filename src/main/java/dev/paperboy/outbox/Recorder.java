package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.Fault;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.MailSource.Prepared.TakeBack;
import dev.paperboy.store.GroupCommit.Commit;
import java.time.Clock;
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

  /**
   * Begins to write it down; to be awaited before its connection begins another mail. If the store
   * fails then, the result is kept in memory until {@link #catchUp}.
   */
  Commit record(Delivery delivery, DeliveryResult result, Tally tally) {
    Commit commit = write(delivery, result, tally);
    return () -> {
      try {
        commit.await();
      } catch (JdbiException e) {
        unwritten.add(new Unwritten(delivery, result));
        throw e;
      }
    };
  }

  /**
   * After the store failed in the middle of a dispatch: writes down how the mails ended that had
   * been sent, and gives back what was taken and not begun. Only while nothing is being sent.
   */
  void catchUp(Tally tally) {
    for (Unwritten next = unwritten.peek(); next != null; next = unwritten.peek()) {
      write(next.delivery(), next.result(), tally).await();
      unwritten.remove();
    }
    leases.releaseAll();
  }

  private Commit write(Delivery delivery, DeliveryResult result, Tally tally) {
    if (result instanceof Accepted accepted) {
      return counted(leases.close(delivery, State.SENT, accepted.reply()), tally::sent);
    }
    if (result instanceof TransientFailure failure) {
      Instant next = nextAttempt(delivery, failure);
      return counted(leases.defer(delivery, failure.reply(), next), tally::deferred);
    }
    if (result instanceof InDoubt doubt) {
      Instant next = nextAttempt(delivery, doubt);
      return counted(leases.doubt(delivery, doubt.reply(), next), tally::inDoubt);
    }
    if (result instanceof PermanentFailure failure) {
      return counted(() -> refused(delivery, failure), tally::failed);
    }
    return () -> halt(delivery, result.reply(), tally);
  }

  private static Commit counted(Commit commit, Runnable count) {
    return () -> {
      commit.await();
      count.run();
    };
  }

  private void refused(Delivery delivery, PermanentFailure failure) {
    LOG.warn("{} refused: {}", delivery.order().recipient().masked(), failure.reply());
    if (failure.badAddress()) {
      source.badAddress(delivery, failure.reply());
    } else if (failure.fault() != Fault.OUR_CONTENT) {
      source.refused(delivery, failure.reply());
    }
    leases.close(delivery, State.FAILED, failure.reply()).await();
  }

  void cancel(Delivery delivery, String reason, Tally tally) {
    leases.close(delivery, State.CANCELLED, reason).await();
    tally.cancelled();
  }

  void takeBack(Delivery delivery, TakeBack what, Tally tally) {
    if (leases.takeBack(delivery, what)) {
      tally.cancelled();
    } else if (what.paused()) {
      leases.keep(delivery, what.nextLook());
    } else {
      leases.postpone(delivery, new Wait(what.nextLook(), WaitReason.ABSENT_READER));
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
