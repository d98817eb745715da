package dev.paperboy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes of several threads, committed together: a commit costs more than what it commits. Nobody
 * waits for company; while one group is being committed, the next one gathers. For threads to
 * share.
 *
 * @param <T> what one thread has to write
 */
public final class GroupCommit<T> {

  private static final int MOST = 256;

  private final Jdbi jdbi;
  private final BiConsumer<Handle, List<T>> writer;
  private final Lock turn = new ReentrantLock(true);
  private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param writer writes several down in the transaction it is given; is to bear being run a second
   *     time after a commit of which nobody knows whether it happened
   */
  public GroupCommit(Store store, BiConsumer<Handle, List<T>> writer) {
    this.jdbi = store.jdbi();
    this.writer = writer;
  }

  /** Guarded by the turn, once it is in the queue. */
  private static final class Entry<T> {
    private final T what;
    private boolean tried;
    private boolean committed;

    Entry(T what) {
      this.what = what;
    }
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
    turn.lock();
    try {
      while (!entry.tried) {
        commit(group());
      }
    } finally {
      turn.unlock();
    }
    if (!entry.committed) {
      write(List.of(what));
    }
  }

  private void write(List<T> all) {
    jdbi.useTransaction(db -> writer.accept(db, all));
  }

  private List<Entry<T>> group() {
    List<Entry<T>> group = new ArrayList<>();
    for (Entry<T> next = waiting.poll(); next != null; next = waiting.poll()) {
      next.tried = true;
      group.add(next);
      if (group.size() == MOST) {
        break;
      }
    }
    return group;
  }

  private void commit(List<Entry<T>> group) {
    try {
      write(group.stream().map(entry -> entry.what).toList());
      group.forEach(entry -> entry.committed = true);
    } catch (RuntimeException e) {
      // Each tries alone, and whose mistake it is gets to see it.
      group.forEach(entry -> entry.committed = false);
    }
  }
}
