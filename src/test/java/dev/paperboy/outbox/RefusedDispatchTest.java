package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.mail.Fault;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dispatch does when the server refuses everybody instead of somebody. */
@ParameterizedClass
@EnumSource
class RefusedDispatchTest {

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private final Post post = new Post(clock);
  private Store store;
  private Outbox outbox;

  RefusedDispatchTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open();
    outbox = new Outbox(store, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of(waits("550 relay not permitted", Fault.OUR_ACCOUNT), 12),
        Arguments.of(waits("550 5.7.1 blocked", Fault.OUR_HOST), 12),
        Arguments.of(waits("554 5.2.252 SendAsDenied", Fault.OUR_SENDER), 12),
        Arguments.of(new PermanentFailure("550 5.1.1 user unknown", true), 14),
        Arguments.of(new PermanentFailure("554 refused", false), 14));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_server_that_turns_hostile_costs_no_reader(DeliveryResult refusal, int most) {
    enqueue("reader", 60);
    post.whileSending = () -> post.otherwise = post.sent.size() > 20 ? refusal : accepted();

    DispatchSummary summary = dispatcher().deliverDue(() -> {});

    assertThat(summary.halted())
        .hasValueSatisfying(why -> assertThat(why).contains(refusal.reply()));
    assertThat(summary.handled() + summary.left()).isEqualTo(60);
    assertThat(post.sent).hasSizeLessThan(20 + most + 3);
    assertThat(outbox.counts()).containsEntry(State.FAILED, 0);
    Set<String> punished = new HashSet<>(post.badAddresses);
    punished.addAll(post.softlyRefused);
    post.readmitted.forEach(punished::remove);
    assertThat(punished).as("suppressed or counted, and not taken back").isEmpty();

    mend();
    assertThat(dispatcher().deliverDue(() -> {}).left()).isZero();
    assertThat(outbox.counts()).containsEntry(State.SENT, 60);
  }

  @Test
  void a_few_readers_whom_the_server_refuses_all_are_sent_to_when_it_is_mended() {
    enqueue("reader", 2);
    post.otherwise = waits("550-Please turn on SMTP Authentication", Fault.OUR_ACCOUNT);

    assertThat(dispatcher().deliverDue(() -> {}).halted()).isPresent();
    assertThat(outbox.counts()).containsEntry(State.DEFERRED, 2);

    mend();
    assertThat(dispatcher().deliverDue(() -> {}).sent()).isEqualTo(2);
  }

  /** They come again later each time: so others pass them, however long it lasts. */
  @Test
  void addresses_that_are_refused_again_and_again_do_not_block_the_others() {
    enqueue("gone", 12);
    enqueue("fine", 30);
    for (int i = 0; i < 12; i++) {
      post.results.put("gone" + i, new PermanentFailure("550 5.1.1 user unknown", true));
    }
    for (int minute = 0; minute < 10; minute++) {
      dispatcher().deliverDue(() -> {});
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(outbox.counts()).containsEntry(State.SENT, 30);
  }

  @Test
  void a_bad_address_among_good_ones_is_given_up_and_nothing_is_taken_back() {
    enqueue("fine", 10);
    enqueue("gone", 3);
    enqueue("good", 10);
    for (int i = 0; i < 3; i++) {
      post.results.put("gone" + i, new PermanentFailure("550 5.1.1 user unknown", true));
    }
    DispatchSummary summary = dispatcher().deliverDue(() -> {});

    assertThat(summary.halted()).isEmpty();
    assertThat(summary.failed()).isEqualTo(3);
    assertThat(post.badAddresses).hasSize(3);
    assertThat(post.readmitted).isEmpty();
  }

  @Test
  void a_refusal_that_proves_nothing_counts_softly() {
    enqueue("odd", 1);
    enqueue("fine", 3);
    post.results.put("odd0", new PermanentFailure("550 5.1.0 Address rejected", false));
    dispatcher().deliverDue(() -> {});

    assertThat(post.softlyRefused).containsExactly("odd0");
    assertThat(post.badAddresses).isEmpty();
  }

  /** A stranger can have any number of confirmations sent to addresses that do not exist. */
  @Test
  void bad_addresses_of_strangers_stop_no_notices_and_suppress_nobody() {
    for (int i = 0; i < 12; i++) {
      Orders.put(store, clock, "notice", "fake" + i + "@d" + i + ".example");
      post.results.put("fake" + i, new PermanentFailure("550 5.1.1 user unknown", true));
    }
    Orders.put(store, clock, "notice", "reader@example.org");
    Dispatcher notices =
        Dispatcher.ofNotices(store, post, post, Orders.settings(1, InDoubt.RESEND), clock);

    assertThat(notices.deliverDue(() -> {}).halted()).isEmpty();
    assertThat(outbox.counts()).containsEntry(State.SENT, 1).containsEntry(State.DEFERRED, 12);
    assertThat(post.readmitted).hasSize(12);
  }

  private void mend() {
    post.whileSending = () -> {};
    post.otherwise = accepted();
  }

  private static DeliveryResult accepted() {
    return new Accepted("250 thanks");
  }

  private static DeliveryResult waits(String reply, Fault fault) {
    return new TransientFailure(reply, Cause.UNCLEAR, fault);
  }

  private void enqueue(String name, int number) {
    for (int i = 0; i < number; i++) {
      Orders.put(store, clock, name + i + "@d" + i % 7 + ".example");
    }
  }

  private Dispatcher dispatcher() {
    return new Dispatcher(store, post, post, Orders.settings(2, InDoubt.RESEND), clock);
  }
}
