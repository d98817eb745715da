package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedWaitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "450 4.2.0 <ada@example.org>: Recipient address rejected: Greylisted for 300 seconds | 300",
        "450 4.7.1 <ada@example.org>: Recipient address rejected: Greylisted for 5 minutes | 300",
        "451 4.7.1 Greylisting in action, please come back in 00:30:00 | 1800",
        "451-4.7.1 192.0.2.7 is not yet authorized 451 Please try again in 10 minutes. | 600",
        "451 4.7.1 Greylisted, please try again in 300 seconds | 300",
        "451 4.7.1 Temporarily rejected. Try again later in 2 hours | 7200",
        "421 4.7.0 Too many messages, please wait 90s before the next | 90",
        "450 4.7.1 You are greylisted, retry after 15 min | 900",
        "451 graylisted: retry in 1 hr | 3600",
        "421 4.7.0 TRY AGAIN IN 7 MINUTES | 420",
      })
  void a_stated_wait_is_read(String reply, long seconds) {
    assertThat(StatedWait.in(reply)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "450 4.2.0 <ada@example.org>: Recipient address rejected: Greylisted, see"
            + " http://postgrey.schweikert.ch/help/example.org.html",
        "451 Temporary local problem - please try later",
        "421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP"
            + " address. To protect our users from spam, mail sent from your IP address has been"
            + " temporarily rate limited.",
        "450-4.2.1 The user you are trying to contact is receiving email at a rate that prevents"
            + " additional messages from being delivered. Please resend your message at a later time.",
        "451 4.7.650 The mail server [192.0.2.7] has been temporarily rate limited due to IP"
            + " reputation.",
        "451 4.7.500 Server busy. Please try again later from [192.0.2.7]. (S77719)",
        "421 4.7.0 [TSS04] Messages from 192.0.2.7 temporarily deferred due to unexpected volume",
        "452 4.3.1 more than 100 messages in 60 minutes",
        "450 try again after 2025-12-05 07:30:00 UTC",
        "450 try again in 9999999999999999999 seconds",
        ""
      })
  void where_none_is_stated_none_is_read(String reply) {
    assertThat(StatedWait.in(reply)).isEmpty();
  }

  @Test
  void no_receiver_makes_us_hurry_or_wait_for_ever() {
    assertThat(StatedWait.in("450 try again in 1 second")).contains(Duration.ofMinutes(1));
    assertThat(StatedWait.in("450 try again in 0 seconds")).contains(Duration.ofMinutes(1));
    assertThat(StatedWait.in("450 try again in 999999 hours")).contains(Duration.ofHours(6));
  }

  @Test
  void a_long_reply_made_to_cost_time_costs_none() {
    String hostile = "again ".repeat(50_000);
    long begun = System.nanoTime();
    assertThat(StatedWait.in(hostile)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }
}
