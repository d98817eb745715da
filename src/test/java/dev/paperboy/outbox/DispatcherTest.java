package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DispatcherTest {

  private final TestDatabase database;

  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private final Post post = new Post(clock);
  private Store store;
  private Outbox outbox;

  DispatcherTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    outbox = new Outbox(store, clock);
  }

  @Test
  void everything_due_is_sent_once_by_several_connections() {
    for (int i = 0; i < 57; i++) {
      enqueue("reader" + i);
    }
    post.together = new CountDownLatch(3);
    DispatchSummary summary = dispatcher(InDoubt.RESEND).deliverDue(() -> {});
    assertThat(summary.sent()).isEqualTo(57);
    assertThat(post.sent).hasSize(57).doesNotHaveDuplicates();
    assertThat(post.busy).as("connections that sent something").hasSize(3);
    assertThat(dispatcher(InDoubt.RESEND).deliverDue(() -> {}).handled()).isZero();
  }

  @Test
  void the_counts_add_up_to_what_was_due() {
    for (int i = 0; i < 40; i++) {
      enqueue("reader" + i);
    }
    enqueue("gone");
    enqueue("left");
    post.results.put("gone", new PermanentFailure("550 5.1.1 no such user", true));
    post.results.put("reader7", new TransientFailure("450 4.2.0 later"));
    post.results.put("reader30", new SenderFault("535 5.7.8 no"));
    post.left.add("left");

    DispatchSummary summary = dispatcher(InDoubt.RESEND).deliverDue(() -> {});

    assertThat(summary.halted()).isPresent();
    assertThat(summary.left()).isPositive();
    assertThat(summary.handled() + summary.left()).isEqualTo(42);
    assertThat(summary.sentence()).startsWith("42 due = " + summary.sent() + " sent + ");
    assertThat(outbox.counts())
        .containsEntry(State.SENT, summary.sent())
        .containsEntry(State.DEFERRED, summary.deferred())
        .containsEntry(State.FAILED, summary.failed())
        .containsEntry(State.CANCELLED, summary.cancelled())
        .containsEntry(State.PENDING, summary.left());
  }

  @Test
  void a_failing_recipient_stops_nobody_else() {
    enqueue("gone");
    enqueue("busy");
    enqueue("well");
    post.results.put("gone", new PermanentFailure("550 5.1.1 no such user", true));
    post.results.put("busy", new TransientFailure("450 4.2.0 later"));

    DispatchSummary summary = dispatcher(InDoubt.RESEND).deliverDue(() -> {});

    assertThat(summary)
        .isEqualTo(new DispatchSummary(1, 1, 1, 0, 0, 0, List.of(), Optional.empty()));
    assertThat(states()).containsExactly(State.FAILED, State.DEFERRED, State.SENT);
    assertThat(post.badAddresses).containsExactly("gone");
  }

  @Test
  void a_transient_failure_comes_again_when_its_wait_is_over() {
    enqueue("busy");
    post.results.put("busy", new TransientFailure("450 4.2.0 later"));
    Dispatcher dispatcher = dispatcher(InDoubt.RESEND);
    dispatcher.deliverDue(() -> {});

    clock.advance(Duration.ofMinutes(3));
    assertThat(dispatcher.deliverDue(() -> {}).handled()).isZero();

    post.results.clear();
    clock.advance(Duration.ofMinutes(4));
    assertThat(dispatcher.deliverDue(() -> {}).sent()).isEqualTo(1);
    assertThat(only().attempts()).isEqualTo(2);
  }

  @Test
  void a_fault_on_our_side_stops_the_dispatch_and_burns_no_attempt() {
    for (int i = 0; i < 9; i++) {
      enqueue("reader" + i);
      post.results.put("reader" + i, new SenderFault("connection refused"));
    }
    DispatchSummary summary = dispatcher(InDoubt.RESEND).deliverDue(() -> {});

    assertThat(summary.halted()).contains("connection refused");
    assertThat(outbox.list(List.of(State.values()), 99))
        .hasSize(9)
        .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(State.PENDING))
        .allSatisfy(delivery -> assertThat(delivery.attempts()).isZero());

    post.results.clear();
    assertThat(dispatcher(InDoubt.RESEND).deliverDue(() -> {}).sent()).isEqualTo(9);
  }

  @Test
  void what_a_dead_process_had_in_hand_is_sent_again_with_the_same_message_id() {
    enqueue("reader");
    leases(InDoubt.RESEND).take(10);
    assertThat(only().state()).isEqualTo(State.LEASED);

    Dispatcher dispatcher = dispatcher(InDoubt.RESEND);
    assertThat(dispatcher.deliverDue(() -> {}).handled()).isZero();
    dispatcher.recover();
    assertThat(only().state()).isEqualTo(State.IN_DOUBT);
    assertThat(dispatcher.deliverDue(() -> {}).sent()).isEqualTo(1);
    assertThat(post.sent).containsExactly("<reader@example.org>");
  }

  @Test
  void with_hold_a_mail_in_doubt_waits_for_the_operator() {
    enqueue("reader");
    leases(InDoubt.HOLD).take(10);
    clock.advance(Duration.ofHours(1));
    Dispatcher dispatcher = dispatcher(InDoubt.HOLD);
    assertThat(dispatcher.deliverDue(() -> {}).handled()).isZero();
    assertThat(only().state()).isEqualTo(State.IN_DOUBT);

    assertThat(outbox.retry(only().id(), clock.instant().plus(Duration.ofHours(1)))).isTrue();
    assertThat(dispatcher.deliverDue(() -> {}).sent()).isEqualTo(1);
  }

  @Test
  void an_answer_that_never_came_is_not_tried_again_at_once() {
    enqueue("reader");
    post.results.put("reader", new DeliveryResult.InDoubt("timed out after the final dot"));
    Dispatcher dispatcher = dispatcher(InDoubt.RESEND);
    assertThat(dispatcher.deliverDue(() -> {}).inDoubt()).isEqualTo(1);
    assertThat(post.sent).hasSize(1);
    clock.advance(Duration.ofMinutes(7));
    post.results.clear();
    assertThat(dispatcher.deliverDue(() -> {}).sent()).isEqualTo(1);
  }

  @Test
  void two_dispatchers_never_take_the_same_delivery() {
    for (int i = 0; i < 20; i++) {
      enqueue("reader" + i);
    }
    Set<Long> first = ids(leases(InDoubt.RESEND).take(12));
    Set<Long> second = ids(leases(InDoubt.RESEND).take(12));
    assertThat(first).hasSize(12);
    assertThat(second).hasSize(8).doesNotContainAnyElementsOf(first);
  }

  @Test
  void a_mail_that_waited_too_long_expires_instead_of_being_sent_late() {
    enqueue("reader");
    clock.advance(Duration.ofHours(37));
    assertThat(dispatcher(InDoubt.RESEND).deliverDue(() -> {}).handled()).isZero();
    assertThat(only().state()).isEqualTo(State.EXPIRED);
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_subscriber_who_has_left_gets_nothing() {
    enqueue("left");
    post.left.add("left");
    assertThat(dispatcher(InDoubt.RESEND).deliverDue(() -> {}).cancelled()).isEqualTo(1);
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_mail_that_cannot_be_made_stops_no_other() {
    enqueue("cursed");
    enqueue("well");
    post.cursed.add("cursed");
    DispatchSummary summary = dispatcher(InDoubt.RESEND).deliverDue(() -> {});
    assertThat(summary.sent()).isEqualTo(1);
    assertThat(summary.deferred()).isEqualTo(1);
  }

  @Test
  void after_stop_nothing_is_begun_and_nothing_stays_leased() {
    enqueue("reader");
    Dispatcher dispatcher = dispatcher(InDoubt.RESEND);
    dispatcher.stop();
    assertThat(dispatcher.deliverDue(() -> {}).handled()).isZero();
    assertThat(only().state()).isEqualTo(State.PENDING);
  }

  @Test
  void stopping_in_the_middle_finishes_the_mail_in_hand_and_gives_the_rest_back() {
    for (int i = 0; i < 10; i++) {
      enqueue("reader" + i);
    }
    Dispatcher dispatcher =
        new Dispatcher(
            store,
            post,
            post,
            new DeliverySettings(
                Duration.ofSeconds(1),
                1,
                Duration.ofHours(36),
                InDoubt.RESEND,
                5,
                SendingLimits.NONE),
            clock);
    DispatchSummary summary = dispatcher.deliverDue(dispatcher::stop);
    assertThat(summary.sent()).isEqualTo(1);
    assertThat(outbox.counts()).containsEntry(State.SENT, 1).containsEntry(State.PENDING, 9);
  }

  @Test
  void a_cancelled_delivery_is_not_sent_and_a_sent_one_cannot_be_taken_back() {
    enqueue("reader");
    assertThat(outbox.cancel(only().id())).isTrue();
    assertThat(dispatcher(InDoubt.RESEND).deliverDue(() -> {}).handled()).isZero();
    assertThat(outbox.retry(only().id(), clock.instant().plusSeconds(60))).isTrue();
    assertThat(dispatcher(InDoubt.RESEND).deliverDue(() -> {}).sent()).isEqualTo(1);
    assertThat(outbox.cancel(only().id())).isFalse();
    assertThat(outbox.retry(only().id(), clock.instant().plusSeconds(60))).isFalse();
  }

  private Dispatcher dispatcher(InDoubt inDoubt) {
    return new Dispatcher(
        store,
        post,
        post,
        new DeliverySettings(
            Duration.ofSeconds(1), 3, Duration.ofHours(36), inDoubt, 5, SendingLimits.NONE),
        clock);
  }

  private Leases leases(InDoubt inDoubt) {
    return new Leases(store, clock, Duration.ofMinutes(30), inDoubt, Traffic.DIGESTS, 1);
  }

  private void enqueue(String who) {
    Orders.put(store, clock, who + "@example.org");
  }

  private Delivery only() {
    List<Delivery> all = outbox.list(List.of(State.values()), 10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<State> states() {
    List<State> states = new ArrayList<>();
    outbox.list(List.of(State.values()), 100).forEach(delivery -> states.add(0, delivery.state()));
    return states;
  }

  private static Set<Long> ids(List<Delivery> deliveries) {
    Set<Long> ids = new TreeSet<>();
    deliveries.forEach(delivery -> ids.add(delivery.id()));
    return ids;
  }
}
