package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The database goes away while a mail is being sent, and comes back. */
@ParameterizedClass
@EnumSource
class StoreFailureTest {

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private final Post post = new Post(clock);
  private Store store;
  private Dispatcher dispatcher;

  StoreFailureTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open();
    dispatcher =
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
    for (int i = 0; i < 7; i++) {
      Orders.put(store, clock, "reader" + i + "@example.org");
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_was_sent_is_not_sent_again_and_what_was_in_hand_goes_on_in_the_same_process() {
    breakAtSecondMail();

    assertThat(dispatcher.deliverDue(() -> {}).sent()).isEqualTo(6);
    assertThat(post.sent).hasSize(7).doesNotHaveDuplicates();
    assertThat(new Outbox(store, clock).counts()).containsEntry(State.SENT, 7);
  }

  /** A damaged index does that; here a rule of PostgreSQL, which H2 has not. */
  @Test
  void what_is_found_due_and_can_never_be_taken_ends_the_dispatch_with_words() {
    assumeTrue(database == TestDatabase.POSTGRES, "H2 has no rules");
    store
        .jdbi()
        .useHandle(
            db -> db.execute("create rule stuck as on update to delivery do instead nothing"));

    assertThatThrownBy(() -> dispatcher.deliverDue(() -> {}))
        .rootCause()
        .hasMessageContaining("its table and its index disagree");
  }

  @Test
  void an_address_that_proved_bad_meanwhile_is_reported() {
    List<String> words = List.of("who", "unknown", "no", "never", "gone", "nobody", "nowhere");
    for (int i = 0; i < 7; i++) {
      String reply = "550 5.1.1 " + words.get(i); // In like words they would be the server's fault.
      post.results.put("reader" + i, new PermanentFailure(reply, true));
    }
    breakAtSecondMail();

    assertThat(dispatcher.deliverDue(() -> {}).failed()).isEqualTo(6);
    assertThat(post.sent).hasSize(7).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(post.badAddresses)).hasSize(7);
  }

  @Test
  void as_long_as_the_store_is_gone_nothing_is_sent() {
    breakAtSecondMail();
    rename("delivery", "away");
    assertThatThrownBy(() -> dispatcher.deliverDue(() -> {})).isInstanceOf(JdbiException.class);
    rename("away", "delivery");
    assertThat(post.sent).hasSize(2);
  }

  private void breakAtSecondMail() {
    post.whileSending =
        () -> {
          if (post.sent.size() == 2) {
            rename("delivery", "away");
          }
        };
    assertThatThrownBy(() -> dispatcher.deliverDue(() -> {})).isInstanceOf(JdbiException.class);
    rename("away", "delivery");
  }

  private void rename(String from, String to) {
    store.jdbi().useHandle(db -> db.execute("alter table " + from + " rename to " + to));
  }
}
