package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows of refusals while sending, and what is taken back of it. */
@ParameterizedClass
@EnumSource
class RefusalRecorderTest {

  private static final String REPLY = "550 5.1.0 Address rejected";

  @TempDir Path folder;

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private Store store;
  private MailRoom room;
  private RefusalRecorder recorder;

  RefusalRecorderTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    room = new MailRoom(store, folder, 3, clock);
    recorder = new RefusalRecorder(new NoMails(), room.recorder());
    room.send(9);
  }

  @Test
  void refusals_that_prove_nothing_suppress_after_so_many_days_in_a_row() {
    refuse(1);
    refuse(2);
    assertThat(ada().active()).as("two on one day").isTrue();
    clock.advance(Duration.ofDays(1));
    refuse(3);
    assertThat(ada().active()).as("on two days").isTrue();
    clock.advance(Duration.ofDays(1));
    refuse(4);
    assertThat(ada().standing().state()).isEqualTo(State.SUPPRESSED);
    assertThat(ada().standing().reason()).contains("3 soft bounces in a row", "5.1.0");
  }

  @Test
  void what_is_taken_back_does_not_count_and_ends_the_suppression_it_led_to() {
    for (int mail = 1; mail <= 3; mail++) {
      refuse(mail);
      clock.advance(Duration.ofDays(1));
    }
    assertThat(ada().standing().state()).isEqualTo(State.SUPPRESSED);

    recorder.readmit(delivery(3), REPLY);

    assertThat(ada().active()).isTrue();
    assertThat(room.feedback()).hasSize(2);
    recorder.readmit(delivery(4), REPLY);
    assertThat(room.feedback()).hasSize(2);
  }

  private void refuse(long mail) {
    room.fail(mail);
    recorder.refused(delivery(mail), REPLY);
  }

  private Delivery delivery(long id) {
    return new Outbox(store, clock).find(id).orElseThrow();
  }

  private Subscriber ada() {
    return room.reader(new EmailAddress("ada", "example.com").toString());
  }

  /** Whose mails are not asked for here. */
  private static final class NoMails implements MailSource {
    @Override
    public Prepared prepare(Delivery delivery) {
      throw new IllegalStateException();
    }

    @Override
    public void badAddress(Delivery delivery, String reply) {
      throw new IllegalStateException();
    }
  }
}
