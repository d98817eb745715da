package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.Transport;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.WaitReason;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader leaves while a digest waits to be sent, and comes back: at which hour, with what. */
@ParameterizedClass
@EnumSource
class LeavingWithMailWaitingTest {

  private static final String SOFT = "Soft Hands";
  private static final String HARD = "Hard Hands";

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @TempDir Path folder;
  private Newspaper paper;

  LeavingWithMailWaitingTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void plan() {
    paper = new Newspaper(folder, clock, database);
    paper.subscribe(Newspaper.ROBOTS);
    paper.takeIn(SOFT);
    clock.moveTo("2025-12-05T07:30:00Z");
    assertThat(paper.plan().queued()).isEqualTo(1);
  }

  @AfterEach
  void close() {
    paper.close();
  }

  @Test
  void its_papers_come_at_the_next_hour_of_a_reader_who_comes_back_at_once() {
    paper.leave();
    assertThat(paper.deliveries()).extracting(Delivery::state).containsExactly(State.CANCELLED);
    assertThat(paper.comeBack()).isTrue();
    comesTomorrowAndOnce();
  }

  @Test
  void the_same_where_sending_was_tried_in_between() {
    paper.leave();
    assertThat(paper.deliver().sent()).isZero();
    assertThat(paper.comeBack()).isTrue();
    comesTomorrowAndOnce();
  }

  @Test
  void the_same_where_it_was_deferred() {
    answer(new TransientFailure("450 try again later", Cause.RECIPIENT));
    paper.leave();
    assertThat(paper.comeBack()).isTrue();
    comesTomorrowAndOnce();
  }

  @Test
  void the_same_where_the_operator_ends_a_suppression() {
    paper.registrar().suppress(paper.ada(), "550 no such user");
    paper.registrar().resume(paper.ada());
    comesTomorrowAndOnce();
  }

  @Test
  void the_welcome_names_the_next_hour_and_none_that_has_passed() {
    paper.advance(Duration.ofDays(3));
    paper.leave();
    paper.advance(Duration.ofHours(2));
    paper.comeBack();
    assertThat(paper.application().notices().told(paper.ada().address()))
        .first()
        .satisfies(told -> assertThat(told.content()).contains("2025-12-09T07:30Z"));
  }

  @Test
  void two_that_wait_come_as_one() {
    paper.advance(Duration.ofDays(1));
    paper.takeIn(HARD);
    assertThat(paper.plan().queued()).isEqualTo(1);
    paper.leave();
    paper.comeBack();
    paper.advance(Duration.ofDays(1));
    paper.plan();
    assertThat(paper.deliver().sent()).isEqualTo(1);
    assertThat(paper.mails()).singleElement().asString().contains(SOFT).contains(HARD);
  }

  @Test
  void where_a_later_digest_was_sent_the_earlier_waits_and_grows_old() {
    answer(new TransientFailure("450 try again later", Cause.RECIPIENT));
    paper.advance(Duration.ofMinutes(1));
    paper.application().outbox().cancel(early().id());
    paper.advance(Duration.ofDays(1));
    paper.takeIn(HARD);
    paper.plan();
    assertThat(paper.deliver().sent()).isEqualTo(1);
    paper.application().outbox().retry(early().id(), clock.instant().plus(Duration.ofHours(36)));

    paper.leave();
    assertThat(paper.deliver().sent()).isZero();
    assertThat(early().due().waitsFor()).isEqualTo(WaitReason.ABSENT_READER);
    paper.comeBack();
    paper.advance(Duration.ofDays(1));
    assertThat(paper.deliver().sent()).isEqualTo(1);
    assertThat(paper.mails()).filteredOn(mail -> mail.contains(SOFT)).hasSize(1);

    paper.application().outbox().retry(early().id(), clock.instant().plus(Duration.ofHours(36)));
    paper.leave();
    paper.advance(Duration.ofDays(3));
    paper.deliver();
    assertThat(early().state()).isIn(State.SENT, State.EXPIRED);
  }

  @Test
  void what_is_in_doubt_comes_back_when_it_would_be_sent_again() {
    answer(new InDoubt("connection lost"));
    paper.leave();
    assertThat(early().state()).isEqualTo(State.IN_DOUBT);
    paper.advance(Duration.ofHours(8));
    assertThat(paper.deliver().sent()).isZero();
    assertThat(early().state()).isEqualTo(State.CANCELLED);
    paper.comeBack();
    comesTomorrowAndOnce();
  }

  private void comesTomorrowAndOnce() {
    for (int minutes = 0; minutes < 12; minutes++) {
      paper.plan();
      assertThat(paper.deliver().sent()).as(clock.instant().toString()).isZero();
      paper.advance(Duration.ofHours(1));
      if (clock.instant().toString().compareTo("2025-12-06T07") > 0) {
        break;
      }
    }
    clock.moveTo("2025-12-06T07:30:00Z");
    assertThat(paper.plan().queued()).isEqualTo(1);
    assertThat(paper.deliver().sent()).isEqualTo(1);
    assertThat(paper.mails()).singleElement().asString().contains(SOFT);
    paper.advance(Duration.ofDays(1));
    assertThat(paper.plan().queued()).isZero();
    assertThat(paper.deliver().handled()).isZero();
  }

  private Delivery early() {
    return paper.deliveries().get(paper.deliveries().size() - 1);
  }

  /** Tries to send what is due to a receiver that answers so. */
  private void answer(DeliveryResult result) {
    Transport transport =
        new Transport() {
          @Override
          public String describe() {
            return result.reply();
          }

          @Override
          public Connection connect() {
            return new Connection() {
              @Override
              public DeliveryResult send(OutgoingMail mail) {
                return result;
              }

              @Override
              public void close() {}
            };
          }
        };
    paper.dispatcher(transport, paper.application().mails()).deliverDue(() -> {});
  }
}
