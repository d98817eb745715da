package dev.paperboy.app;

import static dev.paperboy.app.Dumps.capture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.WaitReason;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Registrar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reader who pauses when a digest is planned but not sent: no paper is lost, none comes twice.
 */
@ParameterizedClass
@EnumSource
class PauseBeforeSendingTest {

  private static final String ADA = "ada@example.org";
  private static final String ROBOTS = "{interests: [robot], digest: {trending: 0}}";
  private static final String SOFT = "Soft Hands";
  private static final String HARD = "Hard Hands";

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @TempDir Path folder;
  private TestApplication paperboy;

  PauseBeforeSendingTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    StoreSettings settings = database.fresh();
    String config =
        """
        database: {url: "%s", user: "%s", password: "%s"}
        dumps: {settle: 1s}
        """
            .formatted(settings.url(), settings.user(), settings.password());
    paperboy = new TestApplication(folder, clock, config);
    paperboy.subscribe(ADA, ROBOTS);
  }

  @AfterEach
  void close() {
    paperboy.close();
  }

  @Test
  void its_papers_come_with_the_next_digest_and_no_other_does() {
    plan("one.txt", "Dec 5", SOFT);
    pause();
    assertThat(deliveries()).extracting(Delivery::state).containsExactly(State.CANCELLED);
    assertThat(paperboy.run().delivered().handled()).isZero();
    assertThat(paperboy.mails()).isEmpty();

    clock.advance(Duration.ofDays(1));
    plan("two.txt", "Dec 6", HARD);
    resume();
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
    assertThat(paperboy.mails()).singleElement().asString().contains(SOFT).contains(HARD);
    assertThat(paperboy.run().delivered().handled()).isZero();
  }

  @Test
  void with_no_new_papers_the_same_digest_is_planned_again() {
    plan("one.txt", "Dec 5", SOFT);
    String messageId = deliveries().get(0).order().messageId();
    pause();
    paperboy.run();
    assertThat(digestOutcomes()).containsExactly(Outcome.RETURNED);

    resume();
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
    assertThat(paperboy.mails()).singleElement().asString().contains(SOFT);
    assertThat(deliveries())
        .singleElement()
        .extracting(delivery -> delivery.order().messageId())
        .isEqualTo(messageId);
    assertThat(digestOutcomes()).containsExactly(Outcome.QUEUED);
  }

  @Test
  void a_returned_digest_stays_unsent_when_its_delivery_is_tried_again() {
    plan("one.txt", "Dec 5", SOFT);
    pause();
    paperboy.run();
    long returned = deliveries().get(0).id();
    resume();
    clock.advance(Duration.ofDays(1));
    plan("two.txt", "Dec 6", HARD);
    paperboy.application().outbox().retry(returned, clock.instant().plus(Duration.ofDays(1)));
    paperboy.run();
    assertThat(paperboy.mails()).singleElement().asString().contains(SOFT).contains(HARD);
  }

  @Test
  void where_a_later_digest_was_sent_already_the_earlier_waits_for_its_reader() {
    Delivery early = earlyOfTwo();
    pause();
    paperboy.run();
    for (int i = 0; i < 300; i++) {
      planAndSend();
      clock.advance(Duration.ofMinutes(10));
    }
    waits(early);
    resume();
    paperboy.run();
    assertThat(paperboy.mails()).hasSize(1);
    clock.moveTo("2025-12-09T07:30:00Z");
    paperboy.run();
    eachCameOnce();
  }

  @Test
  void it_waits_as_long_where_it_is_looked_at_once_a_day_only() {
    Delivery early = earlyOfTwo();
    pause();
    for (int day = 0; day < 30; day++) {
      paperboy.run();
      clock.advance(Duration.ofDays(1));
    }
    waits(early);
    resume();
    paperboy.run();
    eachCameOnce();
  }

  @Test
  void after_a_pause_until_a_day_it_comes_at_the_hour_of_its_reader() {
    earlyOfTwo();
    registrar().pause(paperboy.subscriber(ADA), LocalDate.of(2025, 12, 10));
    while (clock.instant().isBefore(Instant.parse("2025-12-10T07:30:00Z"))) {
      planAndSend();
      assertThat(paperboy.mails()).as(clock.instant().toString()).hasSize(1);
      clock.advance(Duration.ofMinutes(30));
    }
    paperboy.run();
    eachCameOnce();
  }

  @Test
  void what_it_had_left_to_live_before_the_pause_it_has_after_it() {
    Delivery early = earlyOfTwo();
    clock.advance(Duration.ofHours(30));
    pause();
    paperboy.run();
    clock.advance(Duration.ofDays(20));
    resume();
    registrar().pause(paperboy.subscriber(ADA), null);
    paperboy.run();
    Delivery waits = paperboy.application().outbox().find(early.id()).orElseThrow();
    assertThat(Duration.between(waits.dueAt(), waits.order().expiresAt()))
        .isEqualTo(Duration.ofHours(6));
  }

  @Test
  void two_that_wait_come_back_as_one() {
    plan("one.txt", "Dec 5", SOFT);
    clock.advance(Duration.ofDays(1));
    plan("two.txt", "Dec 6", HARD);
    pause();
    assertThat(digestOutcomes()).containsExactly(Outcome.RETURNED, Outcome.RETURNED);
    resume();
    paperboy.run();
    assertThat(paperboy.mails()).singleElement().asString().contains(SOFT).contains(HARD);
  }

  /** The first of two digests, due again after the second was sent. */
  private Delivery earlyOfTwo() {
    plan("one.txt", "Dec 5", SOFT);
    Delivery early = deliveries().get(0);
    paperboy.application().outbox().cancel(early.id());
    clock.advance(Duration.ofDays(1));
    plan("two.txt", "Dec 6", HARD);
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
    Duration maxAge = Duration.ofHours(36);
    paperboy.application().outbox().retry(early.id(), clock.instant().plus(maxAge));
    return early;
  }

  private void waits(Delivery early) {
    Delivery waits = paperboy.application().outbox().find(early.id()).orElseThrow();
    assertThat(waits.state()).isEqualTo(State.PENDING);
    assertThat(waits.due().waitsFor()).isEqualTo(WaitReason.PAUSED_READER);
    assertThat(waits.attempts()).isZero();
  }

  private void eachCameOnce() {
    assertThat(paperboy.mails()).hasSize(2);
    assertThat(paperboy.mails()).filteredOn(mail -> mail.contains(SOFT)).hasSize(1);
    assertThat(paperboy.mails()).filteredOn(mail -> mail.contains(HARD)).hasSize(1);
  }

  @Test
  void a_pause_in_the_interests_counts_too() {
    plan("one.txt", "Dec 5", SOFT);
    registrar()
        .changeInterests(paperboy.subscriber(ADA), "{interests: [robot], pause_until: 2025-12-08}");
    assertThat(deliveries()).extracting(Delivery::state).containsExactly(State.CANCELLED);
    assertThat(paperboy.run().delivered().handled()).isZero();
    assertThat(paperboy.mails()).isEmpty();
    clock.advance(Duration.ofDays(3));
    paperboy.run();
    assertThat(paperboy.mails()).singleElement().asString().contains(SOFT);
  }

  private void plan(String name, String day, String title) {
    paperboy.drop(name, capture(day, title, "A robot with " + title + " that picks up things."));
    paperboy.application().ingester().takeInFolder(result -> {});
    paperboy.application().planner().planAll();
  }

  /** What a run does beside taking dumps in and checking the templates. */
  private void planAndSend() {
    paperboy.application().planner().planAll();
    paperboy.application().dispatcher().deliverDue(() -> {});
  }

  private void pause() {
    registrar().pause(paperboy.subscriber(ADA), null);
  }

  private void resume() {
    registrar().resume(paperboy.subscriber(ADA));
  }

  private Registrar registrar() {
    return paperboy.application().readership().registrar();
  }

  private List<Delivery> deliveries() {
    return paperboy.application().outbox().of(paperboy.subscriber(ADA).id());
  }

  private List<Outcome> digestOutcomes() {
    return paperboy.application().digests().of(paperboy.subscriber(ADA).id(), 9).stream()
        .map(planned -> planned.outcome())
        .toList();
  }
}
