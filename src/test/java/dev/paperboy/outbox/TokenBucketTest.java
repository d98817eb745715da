package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @Test
  void thirty_a_minute_is_one_every_two_seconds() {
    TokenBucket bucket = new TokenBucket(30, clock);
    assertThat(bucket.take()).isTrue();
    assertThat(bucket.take()).isFalse();
    assertThat(bucket.next()).isEqualTo(clock.instant().plusSeconds(2));
    clock.advance(Duration.ofMillis(1999));
    assertThat(bucket.take()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(bucket.take()).isTrue();
  }

  @Test
  void idleness_saves_up_the_tokens_of_one_second_and_no_more() {
    TokenBucket bucket = new TokenBucket(600, clock);
    clock.advance(Duration.ofHours(1));
    assertThat(taken(bucket)).isEqualTo(10);
    clock.advance(Duration.ofMillis(350));
    assertThat(taken(bucket)).isEqualTo(3);
  }

  @Test
  void no_limit_is_no_limit() {
    TokenBucket bucket = new TokenBucket(0, clock);
    for (int i = 0; i < 100_000; i++) {
      assertThat(bucket.take()).isTrue();
    }
  }

  private static int taken(TokenBucket bucket) {
    int taken = 0;
    while (bucket.take()) {
      taken++;
    }
    return taken;
  }
}
