package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TokenBucketPropertyTest {

  private static final String START = "2025-12-05T06:00:00Z";

  @Property(tries = 300)
  void however_one_asks_the_rate_is_kept_but_for_the_tokens_of_a_second(
      @ForAll @IntRange(min = 1, max = 5000) int perMinute,
      @ForAll @Size(max = 200) List<@IntRange(max = 3000) Integer> pauses) {
    TestClock clock = new TestClock(START);
    TokenBucket bucket = new TokenBucket(perMinute, clock);
    int taken = 0;
    for (int pause : pauses) {
      clock.advance(Duration.ofMillis(pause));
      while (bucket.take()) {
        taken++;
      }
      double seconds = Duration.between(Instant.parse(START), clock.instant()).toNanos() / 1e9;
      assertThat((double) taken)
          .isLessThanOrEqualTo(Math.max(1, perMinute / 60.0) + seconds * perMinute / 60 + 0.01);
    }
  }

  @Property(tries = 300)
  void at_the_moment_it_names_there_is_a_token(
      @ForAll @IntRange(min = 1, max = 5000) int perMinute,
      @ForAll @IntRange(min = 1, max = 200) int takes) {
    TestClock clock = new TestClock(START);
    TokenBucket bucket = new TokenBucket(perMinute, clock);
    for (int i = 0; i < takes; i++) {
      if (!bucket.take()) {
        clock.moveTo(bucket.next().toString());
        assertThat(bucket.take()).isTrue();
      }
    }
  }
}
