package dev.paperboy.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The right to change the database, for one thread at a time, from its first change to the end of
 * the transaction. A thread that has it may have it again on another connection. Threads share it.
 */
final class Writer {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Semaphore free = new Semaphore(1, true);
  private volatile @Nullable Thread holder;
  private final AtomicInteger times = new AtomicInteger();

  /**
   * @throws SQLException if another thread does not end its transaction
   */
  void acquire() throws SQLException {
    if (holder != Thread.currentThread()) {
      await();
      holder = Thread.currentThread();
    }
    times.incrementAndGet();
  }

  /** Once for each time it was acquired; by any thread, as a pool may close a connection. */
  void release() {
    if (times.decrementAndGet() == 0) {
      holder = null;
      free.release();
    }
  }

  private void await() throws SQLException {
    try {
      if (!free.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new SQLTransientException(
            "another transaction has been changing the database for "
                + PATIENCE.toMinutes()
                + " minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("interrupted while another transaction was being written", e);
    }
  }
}
