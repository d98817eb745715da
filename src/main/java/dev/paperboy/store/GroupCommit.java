package dev.paperboy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes of several threads, committed together: a commit costs more than what it commits. Nobody
 * waits for company; while one group is being committed, the next one gathers. For threads to
 * share.
 *
 * @param <T> what one thread has to write
 */
public final class GroupCommit<T> {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private static final int MOST = 256;

  private final Jdbi jdbi;
  private final BiConsumer<Handle, List<T>> writer;
  private final Semaphore turn = new Semaphore(1);
  private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param writer writes several down in the transaction it is given; is to bear being run a second
   *     time after a commit of which nobody knows whether it happened
   */
  public GroupCommit(Store store, BiConsumer<Handle, List<T>> writer) {
    this.jdbi = store.jdbi();
    this.writer = writer;
  }

  private static final class Entry<T> {
    private final T what;
    private final Thread owner = Thread.currentThread();
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
   * Writes it down and returns when that is committed. If its group fails, it is written once more
   * on its own, so that nobody suffers for another's mistake. Called in a transaction, it is part
   * of that.
   *
   * @throws org.jdbi.v3.core.JdbiException if it fails on its own; then nothing was changed
   */
  public void write(T what) {
    if (jdbi.withHandle(Handle::isInTransaction)) {
      jdbi.useHandle(db -> writer.accept(db, List.of(what)));
      return;
    }
    Entry<T> entry = new Entry<>(what);
    waiting.add(entry);
    boolean interrupted = false;
    while (entry.outcome == Outcome.WAITING) {
      if (turn.tryAcquire()) {
        commitNextGroup();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (entry.outcome == Outcome.FAILED) {
      write(List.of(what));
    }
  }

  /** Whoever has the turn commits for all, and wakes one of those who came meanwhile. */
  private void commitNextGroup() {
    try {
      commit(group());
    } finally {
      turn.release();
      Entry<T> next = waiting.peek();
      if (next != null) {
        LockSupport.unpark(next.owner);
      }
    }
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
