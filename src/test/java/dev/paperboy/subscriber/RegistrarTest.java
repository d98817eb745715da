package dev.paperboy.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Subscribers.Advance;
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
    assertThat(registrar.resume(subscribers.find(ADA).orElseThrow()).progress().lastEdition())
        .isEqualTo(9);
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

    subscribers.schedule(Map.of(due[0], hour.plusSeconds(1)));
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
    List<Advance> advances = List.of(new Advance(subscriber, to));
    return store.jdbi().inTransaction(db -> Subscribers.advance(db, advances))[0] == 1;
  }
}
