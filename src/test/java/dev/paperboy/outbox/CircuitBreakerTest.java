package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Fault;
import dev.paperboy.outbox.Delivery.Due;
import dev.paperboy.outbox.Delivery.Order;
import dev.paperboy.outbox.Delivery.State;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitBreakerTest {

  private static final Instant NOW = Instant.parse("2025-12-05T06:00:00Z");
  private static final DeliveryResult TAKEN = new Accepted("250 thanks");

  private final CircuitBreaker breaker = new CircuitBreaker();
  private int mails;

  @ParameterizedTest
  @CsvSource({"OUR_ACCOUNT, 3", "OUR_HOST, 6", "OUR_SENDER, 6", "OUR_CONTENT, 10"})
  void so_many_in_a_row_that_are_not_the_recipients_fault_are_enough(Fault fault, int enough) {
    taken(5);
    for (int i = 1; i < enough; i++) {
      note("d" + i, waits("550 rejected, id " + i, fault));
    }
    assertThat(breaker.trippedBy()).isEmpty();
    note("last", waits("550 rejected, id 4711", fault));

    assertThat(breaker.trippedBy()).isPresent();
    assertThat(breaker.refusedAlike()).hasSize(enough);
    assertThat(breaker.words()).hasValueSatisfying(words -> assertThat(words).contains("id 4711"));
  }

  @Test
  void the_opinion_of_one_receiver_stops_nobody_else() {
    taken(5);
    for (int i = 0; i < 30; i++) {
      note("picky.example", waits("550 5.7.1 relaying denied", Fault.OUR_ACCOUNT));
    }
    note("other.example", TAKEN);
    breaker.end();

    assertThat(breaker.trippedBy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 <%s@d.example>: Recipient address rejected: User unknown",
        "550 %s... no such user (queue id 4XyZ%s)",
        "550-5.1.1 unknown user %s@d.example [192.0.2.%s] mx%s.d.example",
        "554 refused"
      })
  void ten_refusals_in_a_row_in_like_words_are_the_servers_fault(String words) {
    taken(5);
    for (int i = 0; i < 9; i++) {
      note("d.example", bad(words.replace("%s", "r" + i)));
    }
    assertThat(breaker.trippedBy()).isEmpty();
    note("d.example", bad(words.replace("%s", "r9")));
    assertThat(breaker.refusedAlike()).hasSize(10);
  }

  @Test
  void refusals_in_other_words_or_with_a_success_between_are_not_in_a_row() {
    for (int i = 0; i < 60; i++) {
      note("d" + i, bad("550 5.1.1 " + "who,no one,nobody,unknown".split(",")[i % 4]));
      if (i % 4 == 3) {
        taken(5);
      }
    }
    breaker.end();
    assertThat(breaker.trippedBy()).isEmpty();
  }

  @Test
  void half_of_a_run_over_several_domains_is_too_much() {
    for (int i = 0; i < 10; i++) {
      note("d" + i, TAKEN);
      assertThat(breaker.trippedBy()).isEmpty();
      note("d" + i, bad("550 5.1.1 user unknown"));
    }
    assertThat(breaker.trippedBy()).isPresent();
    assertThat(breaker.refusedAlike()).hasSize(10);
  }

  @Test
  void half_of_a_run_at_one_domain_may_be_true() {
    for (int i = 0; i < 100; i++) {
      note("d" + i, TAKEN);
      note("gone.example", bad("550 5.1.1 user unknown"));
    }
    assertThat(breaker.trippedBy()).isEmpty();
  }

  @Test
  void three_unknown_users_among_a_hundred_at_different_domains_are_bad_for_real() {
    for (int i = 0; i < 100; i++) {
      note("d" + i, i == 49 || i == 50 || i == 51 ? bad("550 5.1.1 user unknown") : TAKEN);
    }
    breaker.end();
    assertThat(breaker.trippedBy()).isEmpty();
  }

  /** As of an old list that was imported; in whatever order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_third_of_a_domain_may_be_bad_for_real(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      boolean bad = random.nextInt(100) < 30;
      note("d.example", bad ? bad("550 5.1.1 user unknown") : TAKEN);
    }
    taken(1);
    breaker.end();
    assertThat(breaker.trippedBy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OUR_ACCOUNT, 0, 1, true",
    "OUR_HOST,    0, 1, true",
    "OUR_SENDER,  3, 2, false",
    "OUR_SENDER,  3, 3, true",
    "UNCLEAR,     0, 2, false",
    "UNCLEAR,     0, 3, true",
    "RECIPIENT,   3, 4, false",
    "RECIPIENT,   3, 5, true"
  })
  void at_the_end_of_a_run_fewer_are_enough(Fault fault, int before, int refused, boolean trips) {
    taken(before);
    for (int i = 0; i < refused; i++) {
      note("d.example", fault.isOurs() ? waits("550 no", fault) : bad("550 no"));
    }
    assertThat(breaker.trippedBy()).isEmpty();
    breaker.end();
    assertThat(breaker.trippedBy().isPresent()).isEqualTo(trips);
  }

  @Test
  void a_refusal_for_now_is_none() {
    for (int i = 0; i < 50; i++) {
      note("d" + i, new TransientFailure("451 4.7.1 greylisted"));
      note("d" + i, waits("552 5.2.2 mailbox full", Fault.RECIPIENT));
    }
    breaker.end();
    assertThat(breaker.trippedBy()).isEmpty();
  }

  private void taken(int number) {
    for (int i = 0; i < number; i++) {
      note("fine" + i + ".example", TAKEN);
    }
  }

  private void note(String domain, DeliveryResult result) {
    int number = ++mails;
    Order order =
        new Order("test", number, number, new EmailAddress("r" + number, domain), "<m>", NOW);
    breaker.note(
        new Delivery(number, order, State.LEASED, 1, new Due(NOW, null), null, NOW), result);
  }

  private static DeliveryResult waits(String reply, Fault fault) {
    return new TransientFailure(reply, Cause.UNCLEAR, fault);
  }

  private static DeliveryResult bad(String reply) {
    return new PermanentFailure(reply, true);
  }
}
