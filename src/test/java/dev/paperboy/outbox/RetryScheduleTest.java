package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final String REPLY = "451 4.3.0 try again later";

  @Test
  void waits_grow_as_documented_and_the_last_repeats() {
    assertThat(
            IntStream.rangeClosed(1, 8)
                .mapToObj(n -> RetrySchedule.DEFAULT.after(n, 0.5, REPLY).toMinutes()))
        .containsExactly(5L, 15L, 30L, 60L, 120L, 240L, 240L, 240L);
  }

  @Test
  void jitter_moves_a_wait_by_a_fifth_at_most() {
    assertThat(RetrySchedule.DEFAULT.after(1, 0, REPLY)).isEqualTo(Duration.ofMinutes(4));
    assertThat(RetrySchedule.DEFAULT.after(1, 1, REPLY)).isEqualTo(Duration.ofMinutes(6));
  }

  @Test
  void a_wait_that_the_receiver_states_is_kept_and_never_made_shorter() {
    String stated = "451 4.7.1 Greylisted, please try again in 600 seconds";
    assertThat(RetrySchedule.DEFAULT.after(5, 0, stated)).isEqualTo(Duration.ofMinutes(10));
    assertThat(RetrySchedule.DEFAULT.after(5, 1, stated)).isEqualTo(Duration.ofMinutes(12));
  }
}
