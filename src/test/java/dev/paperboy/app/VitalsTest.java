package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VitalsTest {

  private final TestClock clock = new TestClock("2025-12-05T08:00:00Z");
  private Duration elapsed = Duration.ZERO;
  private final Vitals vitals = new Vitals(clock, () -> elapsed.toNanos());

  private void pass(Duration time) {
    elapsed = elapsed.plus(time);
  }

  @Test
  void a_step_of_which_nothing_is_heard_is_stuck_until_it_ends() {
    vitals.watch(
        "mailbox",
        () -> {
          pass(Vitals.LONGEST_SILENCE);
          assertThat(vitals.wrong()).isEmpty();
          pass(Duration.ofMinutes(1));
          assertThat(vitals.wrong())
              .containsEntry("mailbox", "stuck: nothing was heard of it for 31 minutes");
        });
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void a_clock_that_is_set_makes_no_step_look_stuck() {
    vitals.watch(
        "search",
        () -> {
          clock.advance(Duration.ofDays(1));
          assertThat(vitals.wrong()).isEmpty();
        });
  }

  @Test
  void a_long_step_that_gets_on_is_not_stuck() {
    vitals.watch(
        "deliver",
        () -> {
          for (int i = 0; i < 5; i++) {
            pass(Vitals.LONGEST_SILENCE);
            vitals.alive("deliver");
          }
          assertThat(vitals.wrong()).isEmpty();
        });
  }

  @Test
  void an_error_that_is_no_exception_is_told_as_well() {
    vitals.watch(
        "mailbox",
        () -> {
          throw new StackOverflowError();
        });
    assertThat(vitals.wrong().get("mailbox")).contains("StackOverflowError");
    assertThat(vitals.good()).isEmpty();
  }
}
