package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private long now =
      Long.MAX_VALUE - 1_000_000; // Soon negative, as the clock it stands for may be.
  private final Pace pace = new Pace(now);

  @Test
  void nothing_is_busy_in_the_beginning() {
    assertThat(pace.isBusy()).isFalse();
  }

  @Test
  void a_thousand_a_second_are_busy_however_they_are_grouped() {
    groups(40, 1, Duration.ofMillis(1));
    assertThat(pace.isBusy()).isTrue();
    groups(40, 8, Duration.ofMillis(8));
    assertThat(pace.isBusy()).isTrue();
  }

  @Test
  void six_hundred_a_second_are_not() {
    groups(40, 6, Duration.ofMillis(10));
    assertThat(pace.isBusy()).isFalse();
  }

  @Test
  void a_rest_of_an_hour_is_forgotten_within_some_groups() {
    groups(40, 2, Duration.ofMillis(1));
    groups(1, 1, Duration.ofHours(1));
    assertThat(pace.isBusy()).isFalse();
    groups(10, 2, Duration.ofMillis(1));
    assertThat(pace.isBusy()).isTrue();
  }

  private void groups(int count, int writes, Duration apart) {
    for (int i = 0; i < count; i++) {
      now += apart.toNanos();
      pace.note(writes, now);
    }
  }
}
