package dev.paperboy.inbound;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work that must not take for ever, on a thread of its own. Nothing that is done with a mail
 * should come near the limit; this is for the mail that proves it wrong. Work that is over the
 * limit keeps its thread until it ends; there are only a few such threads. Threads may share it.
 */
final class TimeLimit {

  private static final int MOST_THREADS = 4;

  private final Duration limit;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), TimeLimit::thread);

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mail-reader");
    // The process may end while a mail is read.
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @throws RefusedMail if the work takes too long, or more memory or a deeper stack than there is
   * @throws IllegalStateException if too much other work is over its limit already
   */
  <T> T call(Supplier<T> work) throws RefusedMail {
    Future<T> running;
    try {
      running = threads.submit(work::get);
    } catch (RejectedExecutionException stuck) {
      throw new IllegalStateException(
          MOST_THREADS + " mails take more than " + limit.toSeconds() + " seconds to read", stuck);
    }
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      running.cancel(true);
      throw new RefusedMail("it takes more than " + limit.toSeconds() + " seconds to read");
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a mail is read", e);
    } catch (ExecutionException e) {
      throw refused(e.getCause());
    }
  }

  private static RefusedMail refused(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof StackOverflowError) {
      return new RefusedMail("it is nested too deep to be understood");
    }
    if (cause instanceof OutOfMemoryError) {
      return new RefusedMail("it needs more memory than there is");
    }
    throw new IllegalStateException(cause);
  }
}
