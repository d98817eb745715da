package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.outbox.SendingLimits.DomainLimit;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rates, on a clock that moves on only when the dispatcher has nothing to do but wait. */
@ParameterizedClass
@EnumSource
class DispatchLimitsTest {

  private static final String START = "2025-12-05T06:00:00Z";

  private final TestDatabase database;
  private final TestClock clock = new TestClock(START);
  private final Post post = new Post(clock);
  private Rest resting = this::moveOn;
  private Store store;

  DispatchLimitsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
  }

  @Test
  void all_mail_together_keeps_to_its_rate() {
    put(10, "example.org");
    put(10, "example.com");
    DispatchSummary summary =
        dispatcher(1, SendingLimits.rates(30, anything(), Map.of())).deliverDue(() -> {});
    assertThat(summary.sent()).isEqualTo(20);
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(38));
  }

  @Test
  void a_domain_at_its_limit_slows_alone() {
    put(8, "slow.example");
    put(8, "quick.example");
    SendingLimits limits =
        SendingLimits.rates(0, anything(), Map.of("slow.example", new DomainLimit(9, 6)));
    DispatchSummary summary = dispatcher(1, limits).deliverDue(() -> {});
    assertThat(summary.sent()).isEqualTo(16);
    assertThat(post.times("quick.example")).allMatch(Instant.parse(START)::equals);
    assertThat(post.times("slow.example").get(7)).isEqualTo(Instant.parse(START).plusSeconds(70));
    assertThat(deliveries()).allSatisfy(delivery -> assertThat(delivery.attempts()).isEqualTo(1));
  }

  @Test
  void the_lowest_rate_still_sends_everything_in_one_dispatch() {
    put(4, "slow.example");
    SendingLimits limits = SendingLimits.rates(0, new DomainLimit(5, 1), Map.of());
    assertThat(dispatcher(1, limits).deliverDue(() -> {}).sent()).isEqualTo(4);
    assertThat(elapsed()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void what_waits_is_due_at_a_moment_of_its_own_and_a_new_process_keeps_to_it() {
    put(4, "slow.example");
    SendingLimits limits = SendingLimits.rates(0, new DomainLimit(5, 30), Map.of());
    Dispatcher dispatcher = dispatcher(1, limits);
    resting =
        moment -> {
          if (moment.isAfter(clock.instant())) {
            dispatcher.stop();
          }
        };
    assertThat(dispatcher.deliverDue(() -> {}).sent()).isEqualTo(1);

    assertThat(deliveries())
        .filteredOn(delivery -> delivery.state() == State.PENDING)
        .allSatisfy(delivery -> assertThat(delivery.attempts()).isZero())
        .allSatisfy(
            delivery -> assertThat(delivery.due().waitsFor()).isEqualTo(WaitReason.RATE_LIMIT))
        .extracting(
            delivery -> Duration.between(Instant.parse(START), delivery.dueAt()).toSeconds())
        .containsExactlyInAnyOrder(2L, 4L, 6L);

    resting = this::moveOn;
    assertThat(dispatcher(1, limits).deliverDue(() -> {}).sent()).isEqualTo(3);
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void a_domain_that_takes_one_connection_gets_everything_in_the_end() {
    put(40, "small.example");
    put(5, "example.org");
    SendingLimits limits =
        SendingLimits.rates(0, anything(), Map.of("small.example", new DomainLimit(1, 0)));
    assertThat(dispatcher(4, limits).deliverDue(() -> {}).sent()).isEqualTo(45);
    assertThat(post.sent).doesNotHaveDuplicates();
  }

  @Test
  void a_domain_in_trouble_waits_in_the_store_and_burns_no_attempt() {
    put(6, "slow.example");
    put(6, "quick.example");
    for (int i = 0; i < 6; i++) {
      post.results.put(
          "reader" + i + "@slow.example", new TransientFailure("421 too many", Cause.DOMAIN));
    }
    DispatchSummary summary = dispatcher(1, SendingLimits.NONE).deliverDue(() -> {});
    assertThat(summary.sent()).isEqualTo(6);
    assertThat(summary.deferred()).isEqualTo(1);
    assertThat(summary.waiting()).containsExactly("5 wait: slow domain");
    put(2, "other.example");
    Outbox outbox = new Outbox(store, clock);
    assertThat(outbox.waitingByReason())
        .containsExactly(entry("slow domain", 5), entry("its turn", 2), entry("receiver", 1));
    assertThat(outbox.waitingByDomain())
        .containsExactly(entry("slow.example", 6), entry("other.example", 2));

    post.results.clear();
    assertThat(dispatcher(1, SendingLimits.NONE).deliverDue(() -> {}).sent()).isEqualTo(2);
    clock.advance(Duration.ofMinutes(1));
    assertThat(dispatcher(1, SendingLimits.NONE).deliverDue(() -> {}).sent()).isEqualTo(5);
  }

  @Test
  void a_new_sender_sends_a_little_more_each_day() {
    put(30, "example.org");
    SendingLimits limits =
        new SendingLimits(0, anything(), Map.of(), new WarmUp(4, 2), SendWindow.ALWAYS);
    DispatchSummary first = dispatcher(3, limits).deliverDue(() -> {});
    assertThat(first.sent()).isEqualTo(4);
    assertThat(first.waiting()).containsExactly("26 wait: warm-up, day 1, 4 a day");
    clock.advance(Duration.ofHours(23));
    assertThat(dispatcher(3, limits).deliverDue(() -> {}).sent()).isZero();
    clock.advance(Duration.ofHours(1));
    DispatchSummary second = dispatcher(3, limits).deliverDue(() -> {});
    assertThat(second.sent()).isEqualTo(8);
    assertThat(second.waiting()).containsExactly("18 wait: warm-up, day 2, 8 a day");
    assertThat(deliveries())
        .filteredOn(delivery -> delivery.state() == State.PENDING)
        .allSatisfy(delivery -> assertThat(delivery.attempts()).isZero());
  }

  @Test
  void outside_its_hours_nothing_is_sent() {
    put(3, "example.org");
    SendWindow window =
        new SendWindow(LocalTime.of(7, 30), LocalTime.of(22, 0), ZoneId.of("Europe/Berlin"));
    SendingLimits limits = new SendingLimits(0, anything(), Map.of(), WarmUp.OFF, window);
    clock.moveTo("2025-12-05T06:29:59Z");
    assertThat(dispatcher(1, limits).deliverDue(() -> {}).waiting())
        .containsExactly("3 wait: mail is sent from 07:30 to 22:00 (Europe/Berlin)");
    assertThat(post.sent).isEmpty();
    clock.moveTo("2025-12-05T20:59:59Z");
    Dispatcher dispatcher = dispatcher(1, limits);
    assertThat(dispatcher.deliverDue(() -> clock.moveTo("2025-12-05T21:00:00Z")).sent())
        .as("the window closes after the first")
        .isEqualTo(1);
  }

  @Test
  void notices_go_alone_and_do_not_count_the_digests_that_wait() {
    put(3, "example.org");
    Orders.put(store, clock, "notice", "ada@example.org");
    DeliverySettings settings = Orders.settings(2, InDoubt.RESEND);

    DispatchSummary notices =
        Dispatcher.ofNotices(store, post, post, settings, clock).deliverDue(() -> {});

    assertThat(notices.sent()).isEqualTo(1);
    assertThat(notices.left()).isZero();
    assertThat(dispatcher(1, SendingLimits.NONE).deliverDue(() -> {}).sent()).isEqualTo(3);
  }

  private Dispatcher dispatcher(int connections, SendingLimits limits) {
    DeliverySettings settings =
        new DeliverySettings(
            Duration.ofSeconds(10), connections, Duration.ofHours(36), InDoubt.RESEND, 5, limits);
    return new Dispatcher(store, post, post, settings, clock, moment -> resting.until(moment));
  }

  private void moveOn(Instant moment) {
    synchronized (clock) {
      if (moment.isAfter(clock.instant())) {
        clock.moveTo(moment.toString());
      }
    }
  }

  private void put(int many, String domain) {
    for (int i = 0; i < many; i++) {
      Orders.put(store, clock, "reader" + i + "@" + domain);
    }
  }

  private List<Delivery> deliveries() {
    return new Outbox(store, clock).list(List.of(State.values()), 100);
  }

  private Duration elapsed() {
    return Duration.between(Instant.parse(START), clock.instant());
  }

  private static DomainLimit anything() {
    return SendingLimits.NONE.perDomain();
  }
}
