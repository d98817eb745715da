package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailSink;
import dev.paperboy.TestClock;
import dev.paperboy.digest.RunSummary;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.Dispatcher;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes plan and send at the same time, over one PostgreSQL. */
class TwoNodesTest {

  private static final int READERS = 150;

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T04:00:00Z");

  @Test
  void each_digest_is_planned_once_and_sent_once() throws Exception {
    StoreSettings database = TestDatabase.POSTGRES.fresh();
    try (MailSink sink = new MailSink();
        TestApplication one = SmtpApplication.open(folder, clock, sink, database);
        TestApplication other = SmtpApplication.open(folder, clock, sink, database)) {
      SmtpApplication.subscribe(one, READERS);
      SmtpApplication.takeIn(one, "Dec 5");
      clock.moveTo("2025-12-05T09:00:00Z");

      List<Integer> counts =
          atOnce(() -> plan(one), () -> plan(other), () -> send(one), () -> send(other));

      assertThat(counts.get(0) + counts.get(1)).as("planned").isEqualTo(READERS);
      assertThat(counts.get(2) + counts.get(3)).as("sent").isEqualTo(READERS);
      assertThat(sink.copies()).hasSize(READERS).doesNotHaveDuplicates();
      assertThat(one.application().outbox().counts()).containsEntry(State.SENT, READERS);
    }
  }

  private static int plan(TestApplication node) {
    RunSummary summary = node.application().planner().planDue();
    assertThat(summary.due()).isEqualTo(READERS);
    return summary.queued();
  }

  /** Until everybody has got theirs. */
  private static int send(TestApplication node) {
    Dispatcher dispatcher = node.application().dispatcher();
    int sent = 0;
    while (node.application().outbox().counts().getOrDefault(State.SENT, 0) < READERS) {
      sent += dispatcher.deliverDue(() -> {}).sent();
    }
    return sent;
  }

  @SafeVarargs
  private static List<Integer> atOnce(Callable<Integer>... tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.length);
    ExecutorService threads = Executors.newFixedThreadPool(tasks.length);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (Callable<Integer> task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> future : running) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
