package dev.paperboy.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Subscribers.Move;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RegistrarTest {

  private static final EmailAddress ADA = new EmailAddress("Ada", "example.org");
  private static final String ROBOTS = "interests: [robot]";

  @TempDir Path folder;

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private int startingEdition = 4;
  private Store store;
  private Registrar registrar;
  private Subscribers subscribers;
  private Tokens tokens;

  RegistrarTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    subscribers = new Subscribers(store);
    registrar =
        new Registrar(
            store, new InterestsParser(DigestWishes.DEFAULT), clock, () -> startingEdition);
    tokens = new Tokens(InstanceSecret.in(folder), store, clock);
  }

  @Test
  void a_new_subscriber_is_active_and_due_at_their_next_hour() {
    Subscriber ada = add();
    assertThat(ada.active()).isTrue();
    assertThat(ada.progress().lastEdition()).isEqualTo(4);
    assertThat(ada.progress().nextDigestAt()).isEqualTo(Instant.parse("2025-12-05T07:30:00Z"));
    assertThat(ada.interests()).isEqualTo(ROBOTS);
  }

  @Test
  void an_address_is_one_subscriber_however_it_is_capitalised() {
    add();
    Change again = registrar.add(new EmailAddress("aDA", "example.org"), ROBOTS);
    assertThat(again).isInstanceOf(Change.AlreadyThere.class);
    assertThat(subscribers.all()).hasSize(1);
  }

  @Test
  void wrong_interests_change_nothing() {
    assertThat(registrar.add(ADA, "interests: []")).isInstanceOf(Change.Rejected.class);
    assertThat(subscribers.all()).isEmpty();
    Subscriber ada = add();
    assertThat(registrar.changeInterests(ada, "nonsense")).isInstanceOf(Change.Rejected.class);
    assertThat(subscribers.find(ADA).orElseThrow().interests()).isEqualTo(ROBOTS);
  }

  @Test
  void a_suppression_that_is_lifted_leaves_a_reader_as_they_were() {
    Subscriber ada = registrar.pause(add(), LocalDate.of(2026, 1, 7));
    registrar.suppress(ada, "550 relay not permitted");
    registrar.suppress(ada, "550 again");

    assertThat(registrar.liftSuppression(ada.id(), "550 relay not permitted")).isFalse();
    assertThat(registrar.liftSuppression(ada.id(), "550 again")).isTrue();
    assertThat(subscribers.find(ADA).orElseThrow().standing().state()).isEqualTo(State.PAUSED);
    assertThat(subscribers.find(ADA).orElseThrow().standing().pausedUntil())
        .isEqualTo(LocalDate.of(2026, 1, 7));
    assertThat(registrar.liftSuppression(ada.id(), "550 again")).isFalse();
  }

  @Test
  void new_interests_set_the_next_hour_but_never_put_off_what_is_overdue() {
    Subscriber ada = add();
    registrar.changeInterests(ada, "{interests: [x1], digest: {at: '09:00'}}");
    assertThat(next()).isEqualTo(Instant.parse("2025-12-05T09:00:00Z"));
    clock.moveTo("2025-12-05T09:00:05Z");
    registrar.changeInterests(ada, ROBOTS);
    assertThat(next()).isEqualTo(Instant.parse("2025-12-05T09:00:00Z"));
  }

  @Test
  void a_pause_ends_by_resuming_and_who_left_is_not_paused() {
    Subscriber ada = add();
    LocalDate until = LocalDate.of(2026, 1, 7);
    assertThat(registrar.pause(ada, until).standing().pausedUntil()).isEqualTo(until);
    assertThat(registrar.resume(ada).active()).isTrue();
    registrar.unsubscribe(ada, "test");
    assertThat(registrar.pause(ada, until).standing().state()).isEqualTo(State.UNSUBSCRIBED);
  }

  @Test
  void who_comes_back_starts_with_the_newest_day_and_who_was_paused_misses_nothing() {
    Subscriber ada = add();
    startingEdition = 9;
    registrar.pause(ada, null);
    assertThat(registrar.resume(subscribers.find(ADA).orElseThrow()).progress().lastEdition())
        .isEqualTo(4);
    registrar.unsubscribe(ada, "test");
    clock.advance(Duration.ofDays(1));
    assertThat(registrar.resume(subscribers.find(ADA).orElseThrow()).progress().lastEdition())
        .isEqualTo(9);
  }

  @Test
  void who_comes_back_within_a_day_misses_nothing() {
    Subscriber ada = add();
    startingEdition = 9;
    registrar.unsubscribe(ada, "by mistake");
    clock.advance(Duration.ofHours(23));
    assertThat(registrar.resume(ada).progress().lastEdition()).isEqualTo(4);
    registrar.suppress(ada, "550 by mistake, too");
    clock.advance(Duration.ofHours(23));
    assertThat(registrar.resume(ada).progress().lastEdition()).isEqualTo(4);
    registrar.unsubscribe(ada, "by mistake");
    clock.advance(Duration.ofHours(23));
    assertThat(registrar.confirm(ada, ROBOTS)).isTrue();
    assertThat(subscribers.find(ADA).orElseThrow().progress().lastEdition()).isEqualTo(4);
  }

  @Test
  void who_never_confirmed_is_forgotten_after_thirty_days_and_nobody_else() {
    EmailAddress ben = new EmailAddress("ben", "example.org");
    add();
    registrar.subscribe(ben, ROBOTS);
    registrar.subscribe(new EmailAddress("eve", "example.org"), ROBOTS);
    registrar.confirm(subscribers.find(ben).orElseThrow(), ROBOTS);

    clock.advance(Duration.ofDays(30));
    assertThat(registrar.forgetUnconfirmed()).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(registrar.forgetUnconfirmed()).isEqualTo(1);
    assertThat(subscribers.all()).extracting(Subscriber::address).containsExactly(ADA, ben);
  }

  @Test
  void due_are_active_and_paused_subscribers_whose_hour_has_come() {
    for (int i = 0; i < 5; i++) {
      registrar.add(new EmailAddress("reader" + i, "example.org"), ROBOTS);
    }
    Subscriber first = subscribers.all().get(0);
    registrar.unsubscribe(first, "test");
    Instant hour = Instant.parse("2025-12-05T07:30:00Z");
    assertThat(subscribers.due(hour.minusSeconds(1))).isEmpty();
    long[] due = subscribers.due(hour);
    assertThat(due).hasSize(4).isSorted().doesNotContain(first.id());

    Subscriber next = subscribers.find(due[0]).orElseThrow();
    subscribers.move(List.of(new Move(next, false, 4, hour.plusSeconds(1))), hour);
    assertThat(subscribers.dueAmong(due, hour)).hasSize(3);
    assertThat(subscribers.dueAmong(due, Subscribers.END_OF_TIME)).hasSize(4);
    assertThat(subscribers.dueAmong(new long[0], hour)).isEmpty();
  }

  @Test
  void the_edition_number_moves_only_from_where_the_plan_began() {
    Subscriber ada = add();
    assertThat(advance(ada, 7)).isTrue();
    assertThat(advance(ada, 7)).isFalse();
    Subscriber now = subscribers.find(ADA).orElseThrow();
    registrar.unsubscribe(now, "test");
    assertThat(advance(now, 8)).isFalse();
  }

  @Test
  void a_plan_moves_nobody_who_has_decided_something_since() {
    Map<String, Consumer<Subscriber>> decisions =
        Map.of(
            "left", ada -> registrar.unsubscribe(ada, "test"),
            "suppressed", ada -> registrar.suppress(ada, "test"),
            "paused", ada -> registrar.pause(ada, null),
            "interests", ada -> registrar.changeInterests(ada, "interests: [whale]"),
            "hour",
                ada ->
                    registrar.changeInterests(ada, "{interests: [robot], digest: {at: \"09:00\"}}"),
            "erased", ada -> registrar.erase(ada));
    decisions.forEach(
        (what, decide) -> {
          subscribers.all().forEach(registrar::erase);
          Subscriber ada = add();
          decide.accept(ada);
          Optional<Subscriber> decided = subscribers.find(ADA);
          assertThat(advance(ada, 7)).as(what).isFalse();
          assertThat(subscribers.find(ADA)).as(what).isEqualTo(decided);
        });
  }

  @Test
  void a_dated_pause_is_ended_by_a_plan_only_if_it_is_the_one_that_the_plan_saw() {
    Subscriber ada = registrar.pause(add(), LocalDate.of(2025, 12, 5));
    registrar.pause(ada, LocalDate.of(2025, 12, 24));
    assertThat(advance(ada, 7)).isFalse();
    Subscriber again = subscribers.find(ADA).orElseThrow();
    assertThat(again.standing().pausedUntil()).isEqualTo("2025-12-24");
    assertThat(advance(again, 7)).isTrue();
    assertThat(subscribers.find(ADA).orElseThrow().active()).isTrue();
  }

  @Test
  void who_has_left_and_come_back_since_is_not_who_the_plan_saw() {
    Subscriber ada = add();
    clock.moveTo("2025-12-05T07:30:01Z");
    registrar.unsubscribe(ada, "test");
    registrar.resume(ada);
    assertThat(advance(ada, 7)).isFalse();
  }

  @Test
  void who_comes_back_gets_the_next_digest_at_their_next_hour() {
    Subscriber ada = add();
    clock.moveTo("2025-12-09T12:00:00Z");
    registrar.unsubscribe(ada, "test");
    registrar.resume(ada);
    assertThat(next()).isEqualTo(Instant.parse("2025-12-10T07:30:00Z"));

    clock.moveTo("2025-12-20T05:00:00Z");
    registrar.suppress(ada, "test");
    registrar.resume(ada);
    assertThat(next()).isEqualTo(Instant.parse("2025-12-20T07:30:00Z"));
  }

  @Test
  void who_comes_back_with_other_interests_gets_the_next_digest_on_their_day() {
    Subscriber ada = add();
    clock.moveTo("2025-12-09T12:00:00Z");
    registrar.unsubscribe(ada, "test");
    registrar.changeInterests(ada, "{interests: [robot], digest: {every: week, on: sunday}}");
    registrar.resume(ada);
    assertThat(next()).isEqualTo(Instant.parse("2025-12-14T07:30:00Z"));
  }

  @Test
  void a_digest_that_is_overdue_stays_due_after_a_pause() {
    Subscriber ada = add();
    registrar.pause(ada, null);
    clock.moveTo("2025-12-05T12:00:00Z");
    registrar.resume(ada);
    assertThat(next()).isEqualTo(Instant.parse("2025-12-05T07:30:00Z"));
  }

  @Test
  void who_was_erased_meanwhile_can_be_changed_without_a_fault() {
    Subscriber ada = add();
    registrar.erase(ada);
    assertThat(registrar.suppress(ada, "test")).isEqualTo(ada);
    assertThat(registrar.resume(ada)).isEqualTo(ada);
    assertThat(registrar.pause(ada, null)).isEqualTo(ada);
    assertThat(subscribers.all()).isEmpty();
  }

  @Test
  void a_token_opens_what_it_is_for_and_nothing_else() {
    Subscriber ada = add();
    String token = tokens.of(ada, Purpose.UNSUBSCRIBE);
    assertThat(token).hasSize(43).isEqualTo(tokens.of(ada, Purpose.UNSUBSCRIBE));
    assertThat(tokens.holder(token, Purpose.UNSUBSCRIBE)).contains(ada.id());
    assertThat(tokens.holder(token, Purpose.INTERESTS)).isEmpty();
    assertThat(tokens.holder(token + "x", Purpose.UNSUBSCRIBE)).isEmpty();
  }

  @Test
  void a_token_for_an_address_survives_a_change_of_its_letter_case() {
    Subscriber ada = add();
    String token = tokens.of(ada, Purpose.REPLY);
    assertThat(token).matches("[a-z2-7]{32}").isEqualTo(tokens.of(ada, Purpose.REPLY));
    assertThat(tokens.holder(token.toUpperCase(Locale.ROOT), Purpose.REPLY)).contains(ada.id());
    assertThat(tokens.holder(token, Purpose.UNSUBSCRIBE_MAIL)).isEmpty();
  }

  @Test
  void a_token_of_an_old_mail_works_although_the_key_is_lost() throws IOException {
    Subscriber ada = add();
    String old = tokens.of(ada, Purpose.UNSUBSCRIBE);
    Files.delete(folder.resolve("secret.key"));
    Tokens renewed = new Tokens(InstanceSecret.in(folder), store, clock);
    assertThat(renewed.of(ada, Purpose.UNSUBSCRIBE)).isNotEqualTo(old);
    assertThat(renewed.holder(old, Purpose.UNSUBSCRIBE)).contains(ada.id());
  }

  @Test
  void erasing_takes_tokens_with_it() {
    Subscriber ada = add();
    String token = tokens.of(ada, Purpose.INTERESTS);
    registrar.erase(ada);
    assertThat(subscribers.find(ADA)).isEmpty();
    assertThat(tokens.holder(token, Purpose.INTERESTS)).isEmpty();
  }

  @Test
  void what_is_written_to_a_log_hides_the_address() {
    assertThat(add().toString()).doesNotContain("Ada@").contains("A***@example.org");
  }

  private Subscriber add() {
    return ((Change.Done) registrar.add(ADA, ROBOTS)).subscriber();
  }

  private Instant next() {
    return subscribers.find(ADA).orElseThrow().progress().nextDigestAt();
  }

  private boolean advance(Subscriber subscriber, int to) {
    Move move = new Move(subscriber, true, to, subscriber.progress().nextDigestAt());
    return store.jdbi().inTransaction(db -> Subscribers.move(db, List.of(move), clock.instant()))[0]
        == 1;
  }
}
