package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  @Test
  void waits_grow_as_documented_and_the_last_repeats() {
    assertThat(
            IntStream.rangeClosed(1, 8)
                .mapToObj(n -> RetrySchedule.DEFAULT.after(n, 0.5).toMinutes()))
        .containsExactly(5L, 15L, 30L, 60L, 120L, 240L, 240L, 240L);
  }

  @Test
  void jitter_moves_a_wait_by_a_fifth_at_most() {
    assertThat(RetrySchedule.DEFAULT.after(1, 0)).isEqualTo(Duration.ofMinutes(4));
    assertThat(RetrySchedule.DEFAULT.after(1, 1)).isEqualTo(Duration.ofMinutes(6));
  }
}
