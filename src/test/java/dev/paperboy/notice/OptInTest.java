package dev.paperboy.notice;

import static dev.paperboy.notice.SignupDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.notice.Confirmation.Matter;
import dev.paperboy.outbox.MailSource.Prepared;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Double opt-in: what a question confirms, and how often one is asked. */
@ParameterizedClass
@EnumSource
class OptInTest {

  private static final String ROBOTS =
      "{interests: [robot], digest: {at: '06:15', timezone: Asia/Tokyo}}";
  private static final String PILLS = "interests: [pills, casino]";
  private static final Duration NEXT_DAY = Duration.ofHours(25);

  @TempDir Path folder;

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private Store store;
  private SignupDesk desk;

  OptInTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    desk = new SignupDesk(store, folder, 0, clock);
  }

  @Test
  void the_question_shows_what_is_confirmed_and_confirms_it() {
    String token = desk.question(ROBOTS);
    assertThat(desk.text()).contains("\n- robot\n", "Every day at 06:15 (Asia/Tokyo).");
    assertThat(desk.subscriptions.look(token))
        .isInstanceOfSatisfying(
            Confirmation.Open.class,
            open -> assertThat(open.signup()).extracting("interests").asString().contains("robot"));

    desk.confirm(token);
    assertThat(desk.ada().interests()).isEqualTo(ROBOTS);
    assertThat(desk.ada().progress().nextDigestAt())
        .isEqualTo(Instant.parse("2025-12-05T21:15:00Z"));
  }

  @Test
  void a_second_sign_up_replaces_nothing_that_a_pending_reader_is_about_to_confirm() {
    String own = desk.question(ROBOTS);
    desk.subscribe(PILLS);
    clock.advance(NEXT_DAY);
    desk.question(PILLS);

    assertThat(desk.confirm(own)).isInstanceOf(Confirmation.Done.class);
    assertThat(desk.ada().interests()).isEqualTo(ROBOTS);
  }

  @Test
  void the_second_question_confirms_the_second_sign_up() {
    desk.question(PILLS);
    clock.advance(NEXT_DAY);
    String own = desk.question(ROBOTS);
    assertThat(desk.text()).contains("- robot").doesNotContain("casino");

    assertThat(desk.confirm(own)).isInstanceOf(Confirmation.Done.class);
    assertThat(desk.ada().interests()).isEqualTo(ROBOTS);
  }

  @Test
  void once_a_question_is_confirmed_the_others_are_void() {
    String strange = desk.question(PILLS);
    clock.advance(NEXT_DAY);
    String own = desk.question(ROBOTS);
    desk.confirm(own);

    assertThat(desk.confirm(strange)).isInstanceOf(Confirmation.Before.class);
    assertThat(desk.ada().interests()).isEqualTo(ROBOTS);
    desk.subscriptions.departures().leave(desk.ada(), "test", Origin.NO_MAIL);
    assertThat(desk.confirm(strange)).isInstanceOf(Confirmation.TooLate.class);
    assertThat(desk.ada().standing().state()).isEqualTo(State.UNSUBSCRIBED);
  }

  @Test
  void signing_up_whoever_left_touches_nothing_until_it_is_confirmed() {
    desk.hasLeft(ROBOTS);
    Subscriber before = desk.ada();

    String token = desk.question(PILLS);

    assertThat(desk.ada()).isEqualTo(before);
    clock.advance(NEXT_DAY);
    desk.subscribe(PILLS);
    assertThat(desk.ada()).isEqualTo(before);
    assertThat(desk.confirm(token)).isInstanceOf(Confirmation.Done.class);
    assertThat(desk.ada().interests()).isEqualTo(PILLS);
    assertThat(desk.ada().active()).isTrue();
  }

  @Test
  void the_way_back_stays_open_while_somebody_signs_up_in_the_name_of_who_left() {
    desk.confirm(desk.question(ROBOTS));
    clock.advance(NEXT_DAY);
    desk.subscriptions.departures().leave(desk.ada(), "test", Origin.NO_MAIL);
    String back = desk.token("confirm");
    clock.advance(NEXT_DAY);
    desk.subscribe(PILLS);

    assertThat(desk.subscriptions.departures().mayComeBack(desk.ada())).isTrue();
    assertThat(desk.confirm(back))
        .isInstanceOfSatisfying(
            Confirmation.Done.class, done -> assertThat(done.matter()).isEqualTo(Matter.RETURN));
    assertThat(desk.ada().interests()).isEqualTo(ROBOTS);
  }

  @Test
  void a_change_can_be_taken_back_although_somebody_signed_up_since() {
    desk.registrar.add(ADA, ROBOTS);
    desk.subscriptions.changeInterests(desk.ada(), "interests: [whale]", Origin.NO_MAIL);
    String undo = desk.token("undo");
    clock.advance(NEXT_DAY);
    desk.subscriptions.departures().leave(desk.ada(), "test", Origin.NO_MAIL);
    clock.advance(NEXT_DAY);
    desk.subscribe(PILLS);

    assertThat(desk.ada().interests()).isEqualTo("interests: [whale]");
    assertThat(desk.subscriptions.lookUndo(undo)).isPresent();
  }

  @Test
  void signing_up_a_suppressed_address_touches_nothing_and_sends_nothing() {
    desk.registrar.add(ADA, ROBOTS);
    desk.registrar.suppress(desk.ada(), "550 no such user");
    Subscriber before = desk.ada();
    clock.advance(NEXT_DAY);

    assertThat(desk.asks(PILLS)).isFalse();
    assertThat(desk.ada()).isEqualTo(before);
  }

  @Test
  void a_no_counts_for_a_year_by_whatever_way_it_was_said() {
    desk.subscriptions.refuse(desk.question(ROBOTS));
    assertNotAskedForAYear();
  }

  @Test
  void leaving_before_confirming_is_a_no() {
    desk.question(ROBOTS);
    desk.subscriptions.departures().leave(desk.ada(), "by the link", Origin.NO_MAIL);
    assertNotAskedForAYear();
  }

  @Test
  void being_removed_before_confirming_is_a_no() {
    desk.question(ROBOTS);
    desk.registrar.unsubscribe(desk.ada(), "by the operator");
    assertNotAskedForAYear();
  }

  @Test
  void being_erased_before_confirming_is_a_no_and_leaves_a_hash_alone() {
    desk.question(ROBOTS);
    desk.subscriptions.departures().erase(desk.ada());
    assertThat(rows("subscriber") + rows("notice") + rows("token") + rows("delivery")).isZero();
    assertThat(hash()).hasSize(43).doesNotContain("ada");
    assertNotAskedForAYear();
  }

  @Test
  void who_left_and_says_no_is_not_asked_again_and_keeps_what_is_stored() {
    desk.hasLeft(ROBOTS);
    Subscriber before = desk.ada();
    String token = desk.question(PILLS);
    assertThat(desk.subscriptions.refuse(token)).isInstanceOf(Confirmation.Refused.class);

    assertThat(desk.ada()).isEqualTo(before);
    assertThat(desk.confirm(token)).isInstanceOf(Confirmation.TooLate.class);
    assertNotAskedForAYear();
  }

  @Test
  void a_no_survives_erasing() {
    desk.subscriptions.refuse(desk.question(ROBOTS));
    desk.subscriptions.departures().erase(desk.ada());
    assertNotAskedForAYear();
  }

  @Test
  void a_no_voids_the_other_questions_too() {
    String first = desk.question(PILLS);
    clock.advance(NEXT_DAY);
    String second = desk.question(ROBOTS);
    desk.subscriptions.refuse(first);
    assertThat(desk.confirm(second)).isInstanceOf(Confirmation.TooLate.class);
    assertThat(desk.prepared()).isInstanceOf(Prepared.Cancel.class);
  }

  @Test
  void an_address_gets_three_questions_in_all_and_one_a_day() {
    int asked = 0;
    for (int hour = 0; hour < 24 * 40; hour += 6) {
      asked += desk.asks(ROBOTS) ? 1 : 0;
      clock.advance(Duration.ofHours(6));
    }
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void being_forgotten_or_erased_between_does_not_start_the_count_anew() {
    desk.hasLeft(ROBOTS);
    desk.subscriptions.departures().erase(desk.ada());
    int asked = 0;
    for (int day = 0; day < 300; day++) {
      asked += desk.asks(ROBOTS) ? 1 : 0;
      clock.advance(NEXT_DAY);
      desk.subscriptions.forgetUnconfirmed();
    }
    assertThat(asked).isEqualTo(3);
    assertThat(desk.knowsAda()).isFalse();
  }

  @Test
  void three_questions_may_come_again_after_a_year() {
    for (int day = 0; day < 3; day++) {
      assertThat(desk.asks(ROBOTS)).isTrue();
      clock.advance(NEXT_DAY);
    }
    assertThat(desk.asks(ROBOTS)).isFalse();
    clock.advance(Duration.ofDays(366));
    assertThat(desk.asks(ROBOTS)).isTrue();
  }

  @Test
  void a_confirmation_starts_the_count_anew() {
    for (int day = 0; day < 2; day++) {
      desk.question(ROBOTS);
      clock.advance(NEXT_DAY);
    }
    desk.hasLeft(ROBOTS);
    assertThat(desk.asks(ROBOTS)).isTrue();
  }

  @Test
  void a_question_that_is_open_is_not_forgotten_with_the_first_one() {
    desk.question(PILLS);
    clock.advance(Duration.ofDays(29));
    String token = desk.question(ROBOTS);
    clock.advance(Duration.ofDays(1).plusMinutes(1));
    desk.subscriptions.forgetUnconfirmed();
    assertThat(desk.confirm(token)).isInstanceOf(Confirmation.Done.class);
  }

  @Test
  void a_clock_that_was_put_back_does_not_stop_questions() {
    desk.question(ROBOTS);
    clock.moveTo("2025-11-05T06:00:00Z");
    assertThat(desk.asks(ROBOTS)).isTrue();
  }

  @Test
  void names_in_a_question_make_no_links_and_have_a_bound() {
    desk.question("interests: [{name: 'Win at http://evil.example/x now', any: [robot]}]");
    assertThat(desk.text())
        .contains("- Win at http evil example x now")
        .doesNotContain("evil.example");
  }

  @Test
  void a_question_of_an_older_version_confirms_what_is_stored() {
    String token = desk.question(ROBOTS);
    store.jdbi().useHandle(db -> db.execute("update notice set content = '{\"unread\":false}'"));
    store.jdbi().useHandle(db -> db.execute("delete from opt_in"));
    assertThat(desk.text()).contains("- robot");
    assertThat(desk.confirm(token)).isInstanceOf(Confirmation.Done.class);
    assertThat(desk.ada().interests()).isEqualTo(ROBOTS);
  }

  @Test
  void questions_and_noes_of_an_older_version_count() {
    for (int day = 0; day < 2; day++) {
      desk.question(ROBOTS);
      clock.advance(NEXT_DAY);
    }
    store.jdbi().useHandle(db -> db.execute("delete from opt_in"));
    assertThat(desk.asks(ROBOTS)).isTrue();
    clock.advance(NEXT_DAY);
    assertThat(desk.asks(ROBOTS)).isFalse();

    store.jdbi().useHandle(db -> db.execute("delete from opt_in"));
    desk.registrar.unsubscribe(desk.ada(), "did not want it");
    assertNotAskedForAYear();
  }

  private void assertNotAskedForAYear() {
    for (int month = 0; month < 12; month++) {
      assertThat(desk.asks(ROBOTS)).as("month " + month).isFalse();
      clock.advance(Duration.ofDays(30));
      desk.subscriptions.forgetUnconfirmed();
    }
    clock.advance(Duration.ofDays(10));
    assertThat(desk.asks(ROBOTS)).isTrue();
  }

  private int rows(String table) {
    return store
        .jdbi()
        .withHandle(
            db -> db.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private String hash() {
    return store
        .jdbi()
        .withHandle(
            db -> db.createQuery("select address_hash from opt_in").mapTo(String.class).one());
  }
}
