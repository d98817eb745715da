package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  @Test
  void work_that_ends_in_time_has_its_result() throws RefusedMail {
    assertThat(new TimeLimit(Duration.ofMinutes(1)).<String>call(() -> "done")).isEqualTo("done");
  }

  @Test
  void what_takes_too_much_of_anything_is_refused() {
    TimeLimit limit = new TimeLimit(Duration.ofMinutes(1));
    assertThatThrownBy(() -> limit.call(() -> deeper(0)))
        .isInstanceOf(RefusedMail.class)
        .hasMessageContaining("nested too deep");
    assertThatThrownBy(
            () ->
                limit.call(
                    () -> {
                      throw new OutOfMemoryError();
                    }))
        .isInstanceOf(RefusedMail.class)
        .hasMessageContaining("memory");
    assertThatThrownBy(
            () ->
                limit.call(
                    () -> {
                      throw new IllegalArgumentException("a bug");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_does_not_end_is_refused_and_a_few_of_it_stop_the_step_with_a_reason() {
    CountDownLatch never = new CountDownLatch(1);
    TimeLimit limit = new TimeLimit(Duration.ofMillis(20));
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> limit.call(() -> stubborn(never)))
          .isInstanceOf(RefusedMail.class)
          .hasMessageContaining("takes more than");
    }
    assertThatThrownBy(() -> limit.call(() -> stubborn(never)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("4 mails");
    never.countDown();
  }

  @SuppressWarnings("InfiniteRecursion") // It is to end in a StackOverflowError.
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  /** Hears no interruption, as a regular expression does. */
  private static boolean stubborn(CountDownLatch end) {
    boolean ended = false;
    while (!ended) {
      try {
        end.await();
        ended = true;
      } catch (InterruptedException ignored) {
        // It goes on.
      }
    }
    return ended;
  }
}
