package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.mail.Transport;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.outbox.Hand.Taken;
import dev.paperboy.outbox.MailSource.Prepared;
import dev.paperboy.outbox.MailSource.Prepared.Cancel;
import dev.paperboy.outbox.MailSource.Prepared.Hold;
import dev.paperboy.outbox.MailSource.Prepared.Ready;
import dev.paperboy.outbox.MailSource.Prepared.TakeBack;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: takes deliveries, renders, sends, and writes down how each ended. A recipient
 * that fails stops nobody else; a fault on this side stops the dispatch and burns no attempt. One
 * dispatch at a time; {@link #stop} may be called by any thread.
 */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** For each connection, so many share a transaction and are looked up together. */
  private static final int LEASED_AT_ONCE = 8;

  /** Longer than an attempt that hangs until its time-outs, begun at the last moment. */
  private static final Duration LEASE = Duration.ofMinutes(30);

  /** What was taken so long ago and not begun is given back. */
  private static final Duration BEGIN_WITHIN = Duration.ofMinutes(5);

  /** A limit that lets nobody pass for longer ends the dispatch; the rest is for a later one. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Leases leases;
  private final Expiry expiry;
  private final Waiting waiting;
  private final Recorder recorder;
  private final Readmission readmission;
  private final Gate gate;
  private final Opening opening;
  private final Traffic traffic;
  private final Transport transport;
  private final MailSource source;
  private final DeliverySettings settings;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Rest rest;

  public Dispatcher(
      Store store, Transport transport, MailSource source, DeliverySettings settings, Clock clock) {
    this(store, transport, source, settings, clock, Traffic.DIGESTS, null);
  }

  /**
   * A dispatcher for the notices alone: they wait neither behind digests nor for the time of day
   * and the warm-up that hold these.
   */
  public static Dispatcher ofNotices(
      Store store, Transport transport, MailSource source, DeliverySettings settings, Clock clock) {
    return new Dispatcher(
        store, transport, source, settings.atOnce(), clock, Traffic.NOTICES, null);
  }

  Dispatcher(
      Store store,
      Transport transport,
      MailSource source,
      DeliverySettings settings,
      Clock clock,
      @Nullable Rest rest) {
    this(store, transport, source, settings, clock, Traffic.DIGESTS, rest);
  }

  /**
   * @param rest null: in real time
   */
  private Dispatcher(
      Store store,
      Transport transport,
      MailSource source,
      DeliverySettings settings,
      Clock clock,
      Traffic traffic,
      @Nullable Rest rest) {
    this.leases =
        new Leases(
            store, clock, LEASE, settings.inDoubt(), traffic, (settings.connections() + 1) / 2);
    this.expiry = new Expiry(store, clock, LEASE, settings.maxAge());
    this.waiting = new Waiting(store, clock, traffic);
    this.recorder = new Recorder(leases, source, clock);
    this.readmission = new Readmission(store, source, clock);
    this.traffic = traffic;
    this.opening = new Opening(store, settings.limits(), clock);
    this.gate = new Gate(settings.limits(), clock);
    this.rest = rest == null ? Rest.in(clock, stopped) : rest;
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
    int lost = expiry.expireAllLeases();
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
   * @param afterEach called when it is written down how a delivery ended, by several threads
   */
  public synchronized DispatchSummary deliverDue(Runnable afterEach) {
    Tally tally = new Tally();
    recorder.catchUp(tally);
    int back = expiry.comeBack();
    if (back > 0) {
      LOG.warn("The clock was put back: {} deliveries need not wait for the future", back);
    }
    int lost = expiry.expireLeases();
    int old = expiry.expireOld();
    if (lost + old > 0) {
      LOG.warn("{} deliveries in doubt after a lost lease, {} expired", lost, old);
    }
    opening.count();
    if (opening.closed().isPresent()) {
      return finished(tally);
    }
    int due = leases.due();
    if (stopped.getCount() == 0 || (due == 0 && nextTurn().isEmpty())) {
      return tally.summary();
    }
    int most = atOnce(due);
    Hand hand = new Hand(leases, source, settings.connections());
    ExecutorService workers = Executors.newFixedThreadPool(settings.connections());
    try {
      List<? extends Future<?>> running =
          Stream.generate(() -> workers.submit(() -> work(hand, most, tally, afterEach)))
              .limit(settings.connections())
              .toList();
      await(running);
    } finally {
      workers.shutdown();
    }
    hand.release();
    tally.breaker().end();
    tally.breaker().trippedBy().ifPresent(refusal -> putBack(refusal, tally));
    return finished(tally);
  }

  /**
   * The server refuses everybody: nobody who was refused so is to blame. Notices that go to
   * addresses nobody has confirmed are not a reason to stop; a stranger can have any number of them
   * sent.
   */
  private void putBack(Refusal refusal, Tally tally) {
    boolean stops = isReasonToStop(refusal);
    tally.putBack(readmission.readmit(tally.breaker().refusedAlike(), stops));
    String words = tally.breaker().words().orElseThrow();
    if (stops) {
      readmission.endWaitsForSlowDomains(traffic);
      tally.halt(words);
    } else {
      LOG.warn("{}; nobody is suppressed for it, and the mails come again", words);
    }
  }

  private boolean isReasonToStop(Refusal refusal) {
    return traffic == Traffic.DIGESTS || refusal.fault().isOurs();
  }

  private DispatchSummary finished(Tally tally) {
    DispatchSummary summary = tally.summary();
    summary.halted().ifPresent(words -> waiting.explain(WaitReason.HALTED, words));
    if (summary.halted().isEmpty()) {
      opening.closed().ifPresent(closed -> waiting.explain(closed.reason(), closed.words()));
    }
    return summary.withWaiting(leases.left(), waiting.limited(), opening.closed());
  }

  /** Sending ends with the mail in hand; what was taken but not begun is given back. */
  public void stop() {
    stopped.countDown();
  }

  private void work(Hand hand, int most, Tally tally, Runnable afterEach) {
    try (Line line = new Line(transport.connect(), recorder, tally, afterEach)) {
      while (!isOver(tally)) {
        if (gate.next().isAfter(clock.instant()) && leases.due() > 0) {
          line.settle();
          rest.until(gate.next()); // Before anything is taken: nobody waits with a mail in hand.
        }
        Optional<Taken> next = isOver(tally) ? Optional.empty() : hand.next(gate.batch(most));
        if (next.isPresent()) {
          begin(next.get(), line);
        } else {
          line.settle();
          if (!awaitTurn()) {
            return;
          }
        }
      }
    }
  }

  /** It comes to some end, or goes back to the outbox. */
  private void begin(Taken next, Line line) {
    if (isOver(line.tally()) || isLate(next.delivery())) {
      leases.release(next.delivery());
    } else {
      deliver(next, line);
    }
  }

  private boolean isOver(Tally tally) {
    return isStopped(tally) || opening.closed().isPresent();
  }

  private boolean isStopped(Tally tally) {
    return stopped.getCount() == 0 || tally.halted();
  }

  /**
   * So few that other nodes get some. Where the operator decides about what is in doubt, one:
   * nothing is in doubt then that was not begun.
   */
  private int atOnce(int due) {
    int fair = settings.inDoubt() == InDoubt.HOLD ? 1 : due / 4;
    return Math.max(1, Math.min(LEASED_AT_ONCE * settings.connections(), fair));
  }

  private boolean isLate(Delivery taken) {
    return taken.changedAt().plus(BEGIN_WITHIN).isBefore(clock.instant());
  }

  /**
   * Rests until a limit lets the next mail pass, if that is soon; but not for longer than the
   * outbox may go without a look.
   *
   * @return whether to look again
   */
  private boolean awaitTurn() {
    Optional<Instant> turn = nextTurn();
    Instant look = clock.instant().plus(settings.checkEvery());
    turn.ifPresent(moment -> rest.until(moment.isBefore(look) ? moment : look));
    return turn.isPresent();
  }

  private Optional<Instant> nextTurn() {
    Instant longest = clock.instant().plus(PATIENCE);
    return waiting.next(WaitReason.RATE_LIMIT).filter(turn -> !turn.isAfter(longest));
  }

  /** It comes to some end, or waits for its turn. */
  private void deliver(Taken next, Line line) {
    Delivery delivery = next.delivery();
    String domain = delivery.order().recipient().domain();
    Optional<Wait> wait = gate.enter(domain);
    if (wait.isPresent()) {
      line.settle(); // Many may have to wait, and the last result would with them.
      leases.postpone(delivery, wait.get());
      return;
    }
    if (!opening.enter()) {
      gate.leave(domain, null, Duration.ZERO);
      leases.release(delivery);
      return;
    }
    Instant begun = clock.instant();
    DeliveryResult result = null;
    try {
      result = send(next, line);
    } finally {
      opening.leave(result instanceof Accepted);
      gate.leave(domain, result, Duration.between(begun, clock.instant()));
    }
    if (result != null) {
      line.tally().breaker().note(delivery, result);
      line.record(delivery, result);
      line.tally()
          .breaker()
          .trippedBy()
          .filter(this::isReasonToStop)
          .ifPresent(refusal -> line.tally().halt(line.tally().breaker().words().orElseThrow()));
      if (settings.inDoubt() == InDoubt.HOLD) {
        line.settle(); // Before another is taken: nothing is in doubt then that was not begun.
      }
    }
  }

  /** Null if nothing was sent; then what became of the delivery is written down. */
  private @Nullable DeliveryResult send(Taken next, Line line) {
    Delivery delivery = next.delivery();
    Prepared prepared;
    try {
      prepared = next.mail().get();
    } catch (JdbiException e) {
      throw e; // It is not about this delivery: the next one would fail, too.
    } catch (RuntimeException e) {
      LOG.error("Delivery {} cannot be made; the others go on", delivery.id(), e);
      return new TransientFailure("the mail cannot be made: " + e, Cause.RECIPIENT);
    }
    if (prepared instanceof Ready ready) {
      line.settle();
      boolean open = !isStopped(line.tally()) && opening.inHours();
      if (open && ready.stands().getAsBoolean()) {
        return line.send(ready.mail());
      }
      leases.release(delivery);
    } else {
      end(delivery, prepared, line);
    }
    return null;
  }

  /** Of a delivery that is not to be sent. */
  private void end(Delivery delivery, Prepared prepared, Line line) {
    if (prepared instanceof Cancel cancel) {
      recorder.cancel(delivery, cancel.reason(), line.tally());
    } else if (prepared instanceof TakeBack what) {
      recorder.takeBack(delivery, what, line.tally());
    } else if (prepared instanceof Hold hold) {
      recorder.halt(delivery, hold.reason(), line.tally());
    }
    line.ended();
  }

  /** Returns when all have ended, whatever became of one: they have deliveries in hand. */
  private void await(List<? extends Future<?>> running) {
    List<Throwable> failures = new ArrayList<>();
    boolean interrupted = false;
    for (int i = 0; i < running.size(); i++) {
      try {
        running.get(i).get();
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (InterruptedException e) {
        interrupted = true;
        stop();
        i--;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!failures.isEmpty()) {
      throw failures.get(0) instanceof JdbiException database
          ? database
          : new IllegalStateException("A delivery worker broke off", failures.get(0));
    }
  }
}
