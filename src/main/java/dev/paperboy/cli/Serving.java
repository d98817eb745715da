package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.Server;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/** Serves an application until SIGTERM or Ctrl-C, and lets the mail in hand finish then. */
final class Serving {

  private Serving() {}

  /**
   * Returns when it was asked to stop and the server is closed; the process ends only after {@code
   * closed} is counted down, which the caller does when all else is closed too.
   *
   * @param up told the port as soon as the pages are answered
   */
  static void untilStopped(Application application, CountDownLatch closed, IntConsumer up)
      throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  await(closed);
                },
                "stop"));
    try (Server server = Server.start(application)) {
      up.accept(server.port());
      stopped.await();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
