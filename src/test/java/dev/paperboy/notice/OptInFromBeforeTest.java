package dev.paperboy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber.State;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-ups that a version before the history of questions has stored. */
class OptInFromBeforeTest {

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @ParameterizedTest
  @EnumSource
  void an_open_question_can_be_confirmed_and_those_that_were_asked_count(TestDatabase database) {
    StoreSettings settings = old(database, "pending", null);
    try (Store store = Store.open(settings)) {
      SignupDesk desk = new SignupDesk(store, folder, 0, clock);
      assertThat(desk.asks("interests: [whale]")).as("asked an hour ago").isFalse();
      assertThat(desk.text()).contains("- robot");
      String token = desk.token("confirm");

      clock.advance(Duration.ofHours(25));
      assertThat(desk.asks("interests: [whale]")).as("a third time").isTrue();
      clock.advance(Duration.ofHours(25));
      assertThat(desk.asks("interests: [whale]")).as("a fourth time").isFalse();

      clock.moveTo("2025-12-05T07:00:00Z");
      assertThat(desk.confirm(token)).isInstanceOf(Confirmation.Done.class);
      assertThat(desk.ada().interests()).isEqualTo("interests: [robot]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoever_had_said_no_is_not_asked(TestDatabase database) {
    StoreSettings settings = old(database, "unsubscribed", "by mail");
    try (Store store = Store.open(settings)) {
      SignupDesk desk = new SignupDesk(store, folder, 0, clock);
      clock.advance(Duration.ofDays(30));
      assertThat(desk.asks("interests: [whale]")).isFalse();
      assertThat(desk.ada().interests()).isEqualTo("interests: [robot]");
      assertThat(desk.ada().standing().state()).isEqualTo(State.UNSUBSCRIBED);
      clock.advance(Duration.ofDays(340));
      assertThat(desk.asks("interests: [whale]")).isTrue();
    }
  }

  /** Ada was asked two days ago and an hour ago. */
  private static StoreSettings old(TestDatabase database, String state, @Nullable String reason) {
    StoreSettings settings = database.unmigrated();
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("classpath:db/migration")
        .target("8")
        .load()
        .migrate();
    Jdbi.create(settings.url(), settings.user(), settings.password())
        .useTransaction(
            db -> {
              subscriber(db, state, reason);
              question(db, 1, "2025-12-03 05:00:00+00:00");
              question(db, 2, "2025-12-05 05:00:00+00:00");
            });
    return settings;
  }

  private static void subscriber(Handle db, String state, @Nullable String reason) {
    db.createUpdate(
            """
            insert into subscriber (email, email_key, state, state_reason, state_since, interests,
              last_edition, next_digest_at, token_seed, created_at)
            values ('ada@example.org', 'ada@example.org', :state, :reason,
              timestamp with time zone '2025-12-03 05:00:00+00:00', 'interests: [robot]', 0,
              timestamp with time zone '2025-12-05 07:30:00+00:00', 'seed',
              timestamp with time zone '2025-12-03 05:00:00+00:00')
            """)
        .bind("state", state)
        .bind("reason", reason)
        .execute();
  }

  private static void question(Handle db, int number, String moment) {
    db.createUpdate(
            """
            insert into notice (kind, subscriber_id, topic, address_key, content, created_at)
            select 'confirm', id, '', email_key, '{"unread":false}',
              cast(:moment as timestamp with time zone)
            from subscriber
            """)
        .bind("moment", moment)
        .execute();
    db.createUpdate(
            """
            insert into delivery (kind, reference, subscriber_id, recipient, message_id, state,
              attempts, due_at, expires_at, created_at, changed_at)
            select 'notice', :number, id, email, '<' || :id || '@x.example>', 'pending', 0,
              created_at, timestamp with time zone '2026-01-01 00:00:00+00:00',
              created_at, created_at
            from subscriber
            """)
        .bind("number", number)
        .bind("id", "m" + number)
        .execute();
  }
}
