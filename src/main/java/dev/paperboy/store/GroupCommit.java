package dev.paperboy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes of several threads, committed together: a commit costs more than what it commits. Nobody
 * waits for company; while one group is being committed, the next one gathers. For threads to
 * share.
 */
public final class GroupCommit {

  private static final int MOST = 256;

  private final Jdbi jdbi;
  private final Lock turn = new ReentrantLock(true);
  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();

  public GroupCommit(Store store) {
    this.jdbi = store.jdbi();
  }

  /** Guarded by the turn, once it is in the queue. */
  private static final class Entry {
    private final Consumer<Handle> statements;
    private boolean tried;
    private boolean committed;

    Entry(Consumer<Handle> statements) {
      this.statements = statements;
    }
  }

  /**
   * Runs the statements and returns when they are committed. If their group fails, they are run
   * once more on their own, so that nobody suffers for another's mistake: they are to bear being
   * run a second time after a commit of which nobody knows whether it happened.
   *
   * @throws org.jdbi.v3.core.JdbiException if they fail on their own; then nothing was changed
   */
  public void write(Consumer<Handle> statements) {
    Entry entry = new Entry(statements);
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
      jdbi.useTransaction(statements::accept);
    }
  }

  private List<Entry> group() {
    List<Entry> group = new ArrayList<>();
    for (Entry next = waiting.poll(); next != null; next = waiting.poll()) {
      next.tried = true;
      group.add(next);
      if (group.size() == MOST) {
        break;
      }
    }
    return group;
  }

  private void commit(List<Entry> group) {
    try {
      jdbi.useTransaction(db -> group.forEach(entry -> entry.statements.accept(db)));
      group.forEach(entry -> entry.committed = true);
    } catch (RuntimeException e) {
      // Each tries alone, and whose mistake it is gets to see it.
      group.forEach(entry -> entry.committed = false);
    }
  }
}
