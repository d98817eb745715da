package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock jumps: nothing stale is sent, and nothing waits for a time that will not come. */
@ParameterizedClass
@EnumSource
class ClockJumpTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LEASE = Duration.ofMinutes(30);

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private final Post post = new Post(clock);
  private Store store;
  private Outbox outbox;
  private Dispatcher dispatcher;

  ClockJumpTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    outbox = new Outbox(store, clock);
    dispatcher = new Dispatcher(store, post, post, Orders.settings(1, InDoubt.RESEND), clock);
  }

  @Test
  void forward_what_waits_expires_and_what_is_in_hand_elsewhere_is_not_sent_late() {
    enqueue("in-hand");
    new Leases(store, clock, LEASE, InDoubt.RESEND, Traffic.DIGESTS, 1).take(1);
    enqueue("waits");

    clock.advance(DAY.multipliedBy(3));

    assertThat(deliver()).isZero();
    assertThat(outbox.counts()).containsEntry(State.EXPIRED, 2);
    assertThat(post.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 24, 24 * 365})
  void back_what_was_put_in_or_deferred_meanwhile_is_sent_at_once(int hours) {
    post.results.put("busy", new TransientFailure("450 4.2.0 later"));
    enqueue("busy");
    deliver();
    enqueue("new");
    clock.advance(Duration.ofHours(-hours));

    post.results.clear();
    assertThat(deliver()).isEqualTo(2);
    assertThat(outbox.counts()).containsEntry(State.SENT, 2);
  }

  @Test
  void back_by_minutes_leaves_a_wait_as_it_is() {
    post.results.put("busy", new TransientFailure("450 4.2.0 later"));
    enqueue("busy");
    deliver();
    clock.advance(Duration.ofMinutes(-10));

    post.results.clear();
    assertThat(deliver()).isZero();
    clock.advance(Duration.ofMinutes(20));
    assertThat(deliver()).isEqualTo(1);
  }

  @Test
  void back_a_lease_of_that_future_does_not_hold_for_days() {
    enqueue("in-hand");
    new Leases(store, clock, LEASE, InDoubt.RESEND, Traffic.DIGESTS, 1).take(1);
    clock.advance(DAY.multipliedBy(-9));

    assertThat(deliver()).isEqualTo(1);
    assertThat(outbox.counts()).containsEntry(State.SENT, 1);
  }

  @Test
  void back_nothing_outlives_its_age_by_the_clock_that_is_right() {
    enqueue("reader");
    clock.advance(DAY.multipliedBy(-9));
    post.results.put("reader", new SenderFault("no connection"));
    assertThat(deliver()).isZero();

    clock.advance(Duration.ofHours(37));
    post.results.clear();
    assertThat(deliver()).isZero();
    assertThat(outbox.counts()).containsEntry(State.EXPIRED, 1);
  }

  private int deliver() {
    return dispatcher.deliverDue(() -> {}).sent();
  }

  private void enqueue(String who) {
    Orders.put(store, clock, who + "@example.org");
  }
}
