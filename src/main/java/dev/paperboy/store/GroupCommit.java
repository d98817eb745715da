package dev.paperboy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes of several threads, committed together: a commit costs more than what it commits. While
 * one group is being committed, the next one gathers; a small one waits a moment for company while
 * writes come fast. For threads to share.
 *
 * @param <T> what one thread has to write
 */
public final class GroupCommit<T> {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private static final int MOST = 256;

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Jdbi jdbi;
  private final int company;
  private final BiConsumer<Handle, List<T>> writer;
  private final Semaphore turn = new Semaphore(1);
  private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread gathering;

  /** For whoever has the turn. */
  private final Pace pace = new Pace(System.nanoTime());

  /**
   * @param company so many writes are committed at once; fewer wait up to 2 ms for more, if some
   *     800 or more come in a second
   * @param writer writes several down in the transaction it is given; is to bear being run a second
   *     time after a commit of which nobody knows whether it happened
   */
  public GroupCommit(Store store, int company, BiConsumer<Handle, List<T>> writer) {
    this.jdbi = store.jdbi();
    this.company = company;
    this.writer = writer;
  }

  /** A write that has begun. */
  @FunctionalInterface
  public interface Commit {

    /**
     * Returns when it is committed; called once, by the thread that began it. If its group fails,
     * it is written once more on its own, so that nobody suffers for another's mistake.
     *
     * @throws org.jdbi.v3.core.JdbiException if it fails on its own; then nothing was changed
     */
    void await();
  }

  private static final class Entry<T> {
    private final T what;
    private final Thread owner = Thread.currentThread();
    private volatile boolean awaited;
    private volatile Outcome outcome = Outcome.WAITING;

    Entry(T what) {
      this.what = what;
    }

    private void tell(Outcome came) {
      outcome = came;
      LockSupport.unpark(owner);
    }
  }

  private enum Outcome {
    WAITING,
    COMMITTED,
    FAILED
  }

  /**
   * Writes it down and returns when that is committed. Called in a transaction, it is part of that.
   *
   * @throws org.jdbi.v3.core.JdbiException as {@link Commit#await}
   */
  public void write(T what) {
    if (jdbi.withHandle(Handle::isInTransaction)) {
      jdbi.useHandle(db -> writer.accept(db, List.of(what)));
    } else {
      begin(what).await();
    }
  }

  /**
   * It will be committed with whatever group comes next, at the latest when somebody awaits it.
   * Never part of the caller's own transaction.
   */
  public Commit begin(T what) {
    Entry<T> entry = new Entry<>(what);
    waiting.add(entry);
    if (waiting.size() >= company) {
      LockSupport.unpark(gathering);
    }
    return () -> await(entry);
  }

  private void await(Entry<T> entry) {
    entry.awaited = true;
    boolean interrupted = Thread.interrupted(); // An interrupt would close H2's file.
    while (entry.outcome == Outcome.WAITING) {
      if (turn.tryAcquire()) {
        interrupted |= commitGroupOf(entry);
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (entry.outcome == Outcome.FAILED) {
      write(List.of(entry.what));
    }
  }

  /**
   * Whoever has the turn commits for all, and wakes one of those who began to wait meanwhile.
   *
   * @return whether it was interrupted while it waited for others
   */
  private boolean commitGroupOf(Entry<T> entry) {
    boolean interrupted = false;
    try {
      if (entry.outcome == Outcome.WAITING) {
        interrupted = pace.isBusy() && gather();
        List<Entry<T>> group = group();
        commit(group);
        pace.note(group.size(), System.nanoTime());
      }
    } finally {
      turn.release();
      waiting.stream()
          .filter(next -> next.awaited)
          .findFirst()
          .ifPresent(next -> LockSupport.unpark(next.owner));
    }
    return interrupted;
  }

  private boolean gather() {
    boolean interrupted = false;
    gathering = Thread.currentThread();
    long end = System.nanoTime() + PATIENCE_NANOS;
    long left = PATIENCE_NANOS;
    while (left > 0 && waiting.size() < company) {
      LockSupport.parkNanos(this, left);
      interrupted |= Thread.interrupted();
      left = end - System.nanoTime();
    }
    gathering = null;
    return interrupted;
  }

  private void write(List<T> all) {
    jdbi.useTransaction(db -> writer.accept(db, all));
  }

  private List<Entry<T>> group() {
    List<Entry<T>> group = new ArrayList<>();
    for (Entry<T> next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == MOST) {
        break;
      }
    }
    return group;
  }

  private void commit(List<Entry<T>> group) {
    if (group.isEmpty()) {
      return;
    }
    Outcome outcome = Outcome.FAILED; // Each tries alone, and whose mistake it is gets to see it.
    try {
      write(group.stream().map(entry -> entry.what).toList());
      outcome = Outcome.COMMITTED;
    } catch (RuntimeException e) {
      LOG.debug("{} writes are committed one by one", group.size(), e);
    } finally {
      Outcome came = outcome;
      group.forEach(entry -> entry.tell(came));
    }
  }
}
