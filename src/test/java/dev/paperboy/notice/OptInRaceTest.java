package dev.paperboy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-ups and answers at the same moment. */
class OptInRaceTest {

  private static final int ROUNDS = 10;

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @ParameterizedTest
  @EnumSource
  void two_sign_ups_at_once_are_one_question(TestDatabase database) throws Exception {
    try (Store store = database.open()) {
      for (int round = 0; round < ROUNDS; round++) {
        TestDatabase.empty(store);
        SignupDesk desk = new SignupDesk(store, folder, 0, clock);
        List<Asked> asked =
            together(
                () -> desk.subscribe("interests: [robot]"),
                () -> desk.subscribe("interests: [whale]"));
        assertThat(asked).allSatisfy(a -> assertThat(a).isInstanceOf(Asked.Done.class));
        assertThat(desk.mails()).isEqualTo(1);
        boolean robots = desk.ada().interests().contains("robot");
        assertThat(desk.text()).contains(robots ? "- robot" : "- whale");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_two_questions_confirmed_at_once_one_counts(TestDatabase database) throws Exception {
    try (Store store = database.open()) {
      for (int round = 0; round < ROUNDS; round++) {
        TestDatabase.empty(store);
        SignupDesk desk = new SignupDesk(store, folder, 0, clock);
        String robots = desk.question("interests: [robot]");
        clock.advance(Duration.ofHours(25));
        String whales = desk.question("interests: [whale]");
        clock.advance(Duration.ofHours(1));
        List<Confirmation> done = together(() -> desk.confirm(robots), () -> desk.confirm(whales));
        boolean first = done.get(0) instanceof Confirmation.Done;
        assertThat(first).isNotEqualTo(done.get(1) instanceof Confirmation.Done);
        assertThat(desk.ada().interests()).contains(first ? "robot" : "whale");
      }
    }
  }

  private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<T>> results = new ArrayList<>();
      for (Callable<T> each : List.of(one, other)) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.call();
                }));
      }
      List<T> all = new ArrayList<>();
      for (Future<T> result : results) {
        all.add(result.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }
}
