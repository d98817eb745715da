package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AdminSessionsTest {

  private Instant now = Instant.parse("2026-03-04T09:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @Test
  void a_session_lasts_while_it_is_used_but_no_longer_than_half_a_day() {
    AdminSessions sessions = new AdminSessions(clock);
    String secret = sessions.begin();
    for (int minutes = 0; minutes < 12 * 60; minutes += 50) {
      assertThat(sessions.find(secret)).as("after %d minutes", minutes).isPresent();
      now = now.plus(Duration.ofMinutes(50));
    }

    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void a_session_that_is_not_used_ends_and_so_does_one_that_is_left() {
    AdminSessions sessions = new AdminSessions(clock);
    String idle = sessions.begin();
    now = now.plus(AdminSessions.IDLE).plusSeconds(1);
    String left = sessions.begin();
    sessions.end(left);

    assertThat(sessions.find(idle)).isEmpty();
    assertThat(sessions.find(left)).isEmpty();
    assertThat(sessions.find("")).isEmpty();
  }

  @Test
  void of_very_many_sessions_the_oldest_end() {
    AdminSessions sessions = new AdminSessions(clock);
    String first = sessions.begin();
    for (int i = 0; i < 100; i++) {
      sessions.begin();
    }

    assertThat(sessions.find(first)).isEmpty();
  }

  @Test
  void wrong_passwords_make_one_network_wait_and_many_make_all_wait() {
    FailedTries tries = new FailedTries(clock);
    for (int i = 0; i < FailedTries.MOST_OF_ONE; i++) {
      assertThat(tries.wait("a")).isZero();
      tries.failed("a");
    }
    assertThat(tries.wait("a")).isEqualTo(FailedTries.WAIT);
    assertThat(tries.wait("b")).isZero();

    for (int i = 0; i < FailedTries.MOST_OF_ALL; i++) {
      tries.failed("network " + i);
    }
    assertThat(tries.wait("b")).isEqualTo(FailedTries.WAIT);

    now = now.plus(FailedTries.WAIT).plusSeconds(1);
    assertThat(tries.wait("a")).isZero();
    assertThat(tries.wait("b")).isZero();
  }

  @Test
  void a_right_password_forgets_the_wrong_ones_of_its_network() {
    FailedTries tries = new FailedTries(clock);
    for (int i = 0; i < FailedTries.MOST_OF_ONE - 1; i++) {
      tries.failed("a");
    }
    tries.succeeded("a");
    tries.failed("a");

    assertThat(tries.wait("a")).isZero();
  }
}
