package dev.paperboy.app;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Real Quartz, looked after at moments that the test names. */
class ScheduleTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void a_clock_that_was_put_back_does_not_stop_the_steps() {
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = new Schedule()) {
      schedule.every(Duration.ofHours(1), "step", runs::incrementAndGet);
      schedule.start();
      eventually("it runs at the start", PATIENCE, () -> runs.get() == 1);

      schedule.lookAt(Instant.now());
      assertThat(runs).as("nothing is done without a reason").hasValue(1);
      schedule.lookAt(Instant.now().minus(Duration.ofHours(5)));
      eventually("it runs anew", PATIENCE, () -> runs.get() == 2);
    }
  }

  @Test
  void closing_waits_for_the_step_in_hand_and_no_other_begins() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    Schedule schedule = new Schedule();
    Runnable step =
        () -> {
          begun.incrementAndGet();
          awaitUninterruptibly(end);
          ended.incrementAndGet();
        };
    schedule.every(Duration.ofMillis(1), "one", step);
    schedule.every(Duration.ofMillis(1), "other", step);
    schedule.start();
    eventually("both have begun", PATIENCE, () -> begun.get() == 2);

    Thread closing = new Thread(schedule::close);
    closing.start();
    eventually("it waits", PATIENCE, () -> closing.getState() == Thread.State.WAITING);
    assertThat(ended).hasValue(0);
    end.countDown();
    closing.join();

    assertThat(ended).hasValue(2);
    assertThat(begun).hasValue(2);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("a step is not interrupted", e);
    }
  }
}
