package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.Transport;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.MailSource.Prepared;
import dev.paperboy.outbox.MailSource.Prepared.Cancel;
import dev.paperboy.outbox.MailSource.Prepared.Hold;
import dev.paperboy.outbox.MailSource.Prepared.Ready;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: takes deliveries, renders, sends, and writes down how each ended. A recipient
 * that fails stops nobody else; a fault on this side stops the dispatch and burns no attempt. One
 * dispatch at a time; {@link #stop} may be called by any thread.
 */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int LEASED_AT_ONCE = 4;

  /** Longer than so many attempts that each hang until their time-outs. */
  private static final Duration LEASE = Duration.ofMinutes(30);

  private final Leases leases;
  private final Transport transport;
  private final MailSource source;
  private final DeliverySettings settings;
  private final Clock clock;
  private volatile boolean stopping;

  public Dispatcher(
      Store store, Transport transport, MailSource source, DeliverySettings settings, Clock clock) {
    this.leases = new Leases(store, clock, LEASE, settings.inDoubt());
    this.transport = transport;
    this.source = source;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Frees what a process that was killed had in hand. Only for the start of a process that is the
   * only one using the store; several nodes wait for the leases to run out.
   */
  public void recover() {
    int lost = leases.expireAllLeases();
    if (lost > 0) {
      LOG.warn("{} deliveries were being sent when the last process ended", lost);
    }
  }

  /** How many deliveries are due now. */
  public int due() {
    return leases.due();
  }

  /**
   * Sends everything that is due now.
   *
   * @param afterEach called after each delivery, by several threads
   */
  public synchronized DispatchSummary deliverDue(Runnable afterEach) {
    int lost = leases.expireLeases();
    int old = leases.expireOld();
    if (lost + old > 0) {
      LOG.warn("{} deliveries in doubt after a lost lease, {} expired", lost, old);
    }
    Tally tally = new Tally();
    if (stopping || leases.due() == 0) {
      return tally.summary();
    }
    ExecutorService workers = Executors.newFixedThreadPool(settings.connections());
    try {
      List<? extends Future<?>> running =
          Stream.generate(() -> workers.submit(() -> work(tally, afterEach)))
              .limit(settings.connections())
              .toList();
      await(running);
    } finally {
      workers.shutdown();
    }
    tally.summary().halted().ifPresent(leases::explainWaiting);
    return tally.summary();
  }

  /** Sending ends with the mail in hand; what was taken but not begun is given back. */
  public void stop() {
    stopping = true;
  }

  private void work(Tally tally, Runnable afterEach) {
    try (Transport.Connection connection = transport.connect()) {
      List<Delivery> taken = take(tally);
      while (!taken.isEmpty()) {
        for (Delivery delivery : taken) {
          if (stopping || tally.halted()) {
            leases.release(delivery, null);
          } else {
            deliver(delivery, connection, tally);
            afterEach.run();
          }
        }
        taken = take(tally);
      }
    }
  }

  private List<Delivery> take(Tally tally) {
    return stopping || tally.halted() ? List.of() : leases.take(LEASED_AT_ONCE);
  }

  private void deliver(Delivery delivery, Transport.Connection connection, Tally tally) {
    Prepared prepared;
    try {
      prepared = source.prepare(delivery);
    } catch (JdbiException e) {
      throw e; // It is not about this delivery: the next one would fail, too.
    } catch (RuntimeException e) {
      LOG.error("Delivery {} cannot be made; the others go on", delivery.id(), e);
      record(delivery, new TransientFailure("the mail cannot be made: " + e), tally);
      return;
    }
    if (prepared instanceof Ready ready) {
      record(delivery, connection.send(ready.mail()), tally);
    } else if (prepared instanceof Cancel cancel) {
      leases.close(delivery, State.CANCELLED, cancel.reason());
      tally.cancelled();
    } else if (prepared instanceof Hold hold) {
      halt(delivery, hold.reason(), tally);
    }
  }

  private void record(Delivery delivery, DeliveryResult result, Tally tally) {
    if (result instanceof Accepted accepted) {
      leases.close(delivery, State.SENT, accepted.reply());
      tally.sent();
    } else if (result instanceof TransientFailure failure) {
      leases.defer(delivery, failure.reply(), nextAttempt(delivery));
      tally.deferred();
    } else if (result instanceof PermanentFailure failure) {
      LOG.warn("{} refused: {}", delivery.order().recipient().masked(), failure.reply());
      leases.close(delivery, State.FAILED, failure.reply());
      if (failure.badAddress()) {
        source.badAddress(delivery, failure.reply());
      }
      tally.failed();
    } else if (result instanceof InDoubt doubt) {
      leases.doubt(delivery, doubt.reply(), nextAttempt(delivery));
      tally.inDoubt();
    } else if (result instanceof SenderFault fault) {
      halt(delivery, fault.reply(), tally);
    }
  }

  private Instant nextAttempt(Delivery delivery) {
    double chance = ThreadLocalRandom.current().nextDouble();
    return clock.instant().plus(RetrySchedule.DEFAULT.after(delivery.attempts(), chance));
  }

  private void halt(Delivery delivery, String reason, Tally tally) {
    leases.release(delivery, reason);
    tally.halt(reason);
  }

  private static void await(List<? extends Future<?>> running) {
    try {
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof JdbiException database) {
        throw database;
      }
      throw new IllegalStateException("A delivery worker broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
