package dev.paperboy.app;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
}
