package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A dispatcher has a mail in hand, looked up or rendered already, when its reader decides that they
 * want none: it is not sent.
 */
@ParameterizedClass
@EnumSource
class LeavingWhileSendingTest {

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @TempDir Path folder;
  private Newspaper paper;

  LeavingWhileSendingTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void plan() {
    paper = new Newspaper(folder, clock, database);
    paper.subscribe(Newspaper.ROBOTS);
    paper.takeIn("Soft Hands");
    clock.moveTo("2025-12-05T07:30:00Z");
    assertThat(paper.plan().queued()).isEqualTo(1);
  }

  @AfterEach
  void close() {
    paper.close();
  }

  @Test
  void who_leaves_after_the_mail_was_looked_up_gets_nothing() {
    deliver(paper::leave, () -> {});
    isTakenBack();
  }

  @Test
  void who_leaves_after_the_mail_was_made_gets_nothing() {
    deliver(() -> {}, paper::leave);
    isTakenBack();
  }

  @Test
  void who_complains_gets_nothing() {
    deliver(() -> {}, () -> paper.registrar().suppress(paper.ada(), "complained"));
    isTakenBack();
  }

  @Test
  void who_pauses_gets_nothing_until_the_pause_is_over() {
    deliver(() -> {}, () -> paper.registrar().pause(paper.ada(), LocalDate.of(2025, 12, 8)));
    isTakenBack();
    for (String moment :
        List.of("2025-12-06T07:30:00Z", "2025-12-07T07:30:00Z", "2025-12-08T07:29:59Z")) {
      clock.moveTo(moment);
      assertThat(paper.plan().queued()).isZero();
    }
    clock.moveTo("2025-12-08T07:30:00Z");
    assertThat(paper.plan().queued()).isEqualTo(1);
    assertThat(paper.deliver().sent()).isEqualTo(1);
  }

  @Test
  void who_pauses_in_the_interests_gets_nothing() {
    String pausing = "{interests: [robot], pause_until: 2025-12-24}";
    deliver(() -> {}, () -> paper.registrar().changeInterests(paper.ada(), pausing));
    isTakenBack();
  }

  @Test
  void who_is_erased_gets_nothing() {
    deliver(() -> {}, () -> paper.registrar().erase(paper.ada()));
    assertThat(paper.mails()).isEmpty();
    assertThat(paper.application().outbox().counts()).containsEntry(State.LEASED, 0);
  }

  @Test
  void who_wants_plain_text_from_now_on_gets_plain_text() {
    String text = "{interests: [robot], digest: {trending: 0, format: text}}";
    deliver(() -> {}, () -> paper.registrar().changeInterests(paper.ada(), text));
    assertThat(paper.mails())
        .singleElement()
        .asString()
        .contains("Soft Hands")
        .doesNotContain("text/html");
  }

  @Test
  void who_leaves_and_comes_back_gets_it_once() {
    deliver(
        () -> {},
        () -> {
          paper.leave();
          paper.comeBack();
        });
    paper.advance(Duration.ofDays(1));
    paper.plan();
    paper.deliver();
    assertThat(paper.mails()).hasSize(1);
  }

  private void isTakenBack() {
    assertThat(paper.mails()).isEmpty();
    assertThat(paper.deliveries()).extracting(Delivery::state).containsExactly(State.CANCELLED);
    assertThat(paper.application().digests().of(paper.ada().id(), 9))
        .extracting(PlannedDigest::outcome)
        .containsExactly(Outcome.RETURNED);
  }

  private void deliver(Runnable afterLookUp, Runnable beforeSending) {
    paper
        .dispatcher(
            paper.application().transport(),
            new InterruptedSource(
                paper.application().mails(), once(afterLookUp), once(beforeSending)))
        .deliverDue(() -> {});
  }

  private static Runnable once(Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (!done.getAndSet(true)) {
        what.run();
      }
    };
  }
}
