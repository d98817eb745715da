package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.outbox.SendingLimits.DomainLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final DeliveryResult SENT = new Accepted("250 fine");
  private static final DeliveryResult CROWDED =
      new TransientFailure("421 4.7.0 too many", Cause.DOMAIN);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @Test
  void a_domain_has_no_more_connections_than_it_allows() {
    Gate gate = gate(new DomainLimit(2, 0));
    assertThat(gate.enter("a.example")).isEmpty();
    assertThat(gate.enter("a.example")).isEmpty();
    assertThat(gate.enter("a.example")).isPresent();
    assertThat(gate.enter("b.example")).isEmpty();
    gate.leave("a.example", SENT, Duration.ofMillis(80));
    assertThat(gate.enter("a.example")).isEmpty();
  }

  @Test
  void those_who_find_all_connections_busy_come_back_as_fast_as_mails_go_out() {
    Gate gate = gate(new DomainLimit(2, 0));
    gate.enter("a.example");
    for (int i = 0; i < 50; i++) {
      gate.enter("a.example");
      gate.leave("a.example", SENT, Duration.ofSeconds(4));
    }
    gate.enter("a.example");
    Instant first = gate.enter("a.example").orElseThrow().until();
    Instant second = gate.enter("a.example").orElseThrow().until();
    assertThat(Duration.between(first, second))
        .isBetween(Duration.ofMillis(1990), Duration.ofMillis(2000));
  }

  @Test
  void a_domain_that_waits_uses_up_nothing_of_the_rate_of_all() {
    Gate gate =
        new Gate(
            SendingLimits.rates(
                60, new DomainLimit(5, 0), Map.of("slow.example", new DomainLimit(5, 1))),
            clock);
    assertThat(gate.enter("slow.example")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(gate.enter("slow.example")).isPresent();
    assertThat(gate.enter("quick.example")).isEmpty();
  }

  @Test
  void whoever_waits_has_a_moment_of_their_own() {
    Gate gate = gate(new DomainLimit(5, 6));
    assertThat(gate.enter("a.example")).isEmpty();
    List<Instant> turns = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      turns.add(gate.enter("a.example").orElseThrow().until());
    }
    Instant now = clock.instant();
    assertThat(turns)
        .containsExactly(now.plusSeconds(10), now.plusSeconds(20), now.plusSeconds(30));
  }

  @Test
  void a_domain_that_wants_less_rests_longer_and_longer_and_a_success_restores_it() {
    Gate gate = gate(new DomainLimit(2, 0));
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      assertThat(gate.enter("a.example")).isEmpty();
      gate.leave("a.example", CROWDED, SECOND);
      Wait wait = gate.enter("a.example").orElseThrow();
      assertThat(wait.reason()).isEqualTo(WaitReason.SLOW_DOMAIN);
      assertThat(wait.until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(minutes)));
      clock.moveTo(wait.until().toString());
    }
    assertThat(gate.enter("a.example")).isEmpty();
    assertThat(gate.enter("a.example")).as("one mail tries alone").isPresent();
    gate.leave("a.example", SENT, SECOND);
    assertThat(gate.enter("a.example")).isEmpty();
    assertThat(gate.enter("a.example")).isEmpty();
  }

  @Test
  void several_failures_in_a_row_of_no_clear_cause_slow_a_domain_and_single_ones_do_not() {
    Gate gate = gate(new DomainLimit(2, 0));
    for (int i = 0; i < 9; i++) {
      attempt(gate, i % 3 == 2 ? SENT : new TransientFailure("451 4.3.0 later"));
    }
    for (int i = 0; i < 9; i++) {
      attempt(gate, new TransientFailure("450 greylisted", Cause.RECIPIENT));
    }
    attempt(gate, new TransientFailure("451 4.3.0 later"));
    attempt(gate, new TransientFailure("451 4.3.0 later"));
    attempt(gate, new TransientFailure("451 4.3.0 later"));
    assertThat(gate.enter("a.example")).isPresent();
    assertThat(gate.enter("b.example")).isEmpty();
  }

  @Test
  void a_wait_that_the_domain_states_is_kept() {
    Gate gate = gate(new DomainLimit(2, 0));
    attempt(gate, new TransientFailure("421 4.7.0 try again in 30 minutes", Cause.DOMAIN));
    assertThat(gate.enter("a.example").orElseThrow().until())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
  }

  @Test
  void limits_and_rests_move_with_a_clock_that_is_put_back() {
    Gate gate = new Gate(SendingLimits.rates(60, new DomainLimit(5, 0), Map.of()), clock);
    attempt(gate, CROWDED);
    clock.advance(Duration.ofHours(-5));
    assertThat(gate.next()).isEqualTo(clock.instant().plus(SECOND));
    clock.advance(SECOND);
    assertThat(gate.enter("a.example").orElseThrow().until())
        .isEqualTo(clock.instant().plus(Duration.ofSeconds(59)));
    assertThat(gate.enter("b.example")).isEmpty();
  }

  @Test
  void a_clock_that_jumps_while_a_mail_is_on_its_way_makes_nobody_wait_for_hours() {
    Gate gate = gate(new DomainLimit(2, 0));
    gate.enter("a.example");
    gate.enter("a.example");
    gate.leave("a.example", SENT, Duration.ofDays(1));
    gate.enter("a.example");
    assertThat(gate.enter("a.example").orElseThrow().until())
        .isBefore(clock.instant().plus(Duration.ofMinutes(1)));
  }

  private static void attempt(Gate gate, DeliveryResult result) {
    assertThat(gate.enter("a.example")).isEmpty();
    gate.leave("a.example", result, SECOND);
  }

  private Gate gate(DomainLimit limit) {
    return new Gate(SendingLimits.rates(0, limit, Map.of()), clock);
  }
}
