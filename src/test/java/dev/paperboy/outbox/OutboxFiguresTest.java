package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.inbound.FeedbackFigures;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.OutboxFigures.Domain;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.SubscriberFigures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator is told, counted on both databases. */
class OutboxFiguresTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-04");

  /** A minute before midnight, so that another time zone would count another day. */
  private static final Instant LATE = Instant.parse("2026-03-04T23:59:00Z");

  @ParameterizedTest
  @EnumSource
  void deliveries_are_counted_by_state_day_and_domain(TestDatabase database) {
    Store store = database.emptied();
    OutboxFigures figures = new OutboxFigures(store);
    put(store, LATE.minusSeconds(86_400), "old@a.example", "sent");
    put(store, LATE, "ada@a.example", "sent");
    put(store, LATE, "ben@a.example", "pending");
    put(store, LATE, "cy@b.example", "failed");
    Instant midnight = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    assertThat(figures.since(midnight))
        .isEqualTo(Map.of(State.SENT, 1, State.PENDING, 1, State.FAILED, 1));
    assertThat(figures.byDay(Instant.EPOCH))
        .isEqualTo(
            Map.of(
                DAY.minusDays(1),
                Map.of(State.SENT, 1),
                DAY,
                Map.of(State.SENT, 1, State.FAILED, 1)));
    assertThat(figures.byDay(midnight)).containsOnlyKeys(DAY);
    assertThat(figures.domains(Instant.EPOCH, 10))
        .containsExactly(new Domain("a.example", 2, 1, 0), new Domain("b.example", 0, 0, 1));
    assertThat(figures.domains(midnight, 1)).containsExactly(new Domain("a.example", 1, 1, 0));
  }

  @ParameterizedTest
  @EnumSource
  void reports_and_subscribers_are_counted(TestDatabase database) {
    Store store = database.emptied();
    put(store, LATE, "ada@a.example", "sent");
    put(store, LATE, "ben@a.example", "sent");
    for (String kind : new String[] {"hard", "complaint", "complaint"}) {
      store
          .jdbi()
          .useHandle(
              db ->
                  db.createUpdate(
                          """
                          insert into feedback (subscriber_id, delivery_id, kind, diagnostic,
                            received_at)
                          select subscriber_id, id, :kind, '', :at from delivery
                          where recipient = 'ada@a.example'
                          """)
                      .bind("kind", kind)
                      .bind("at", LATE.atOffset(ZoneOffset.UTC))
                      .execute());
    }

    assertThat(new FeedbackFigures(store).byDay(Instant.EPOCH))
        .isEqualTo(Map.of(DAY, Map.of("hard", 1, "complaint", 2)));
    assertThat(new FeedbackFigures(store).byDay(LATE.plusSeconds(1))).isEmpty();
    assertThat(new SubscriberFigures(store).byState())
        .containsEntry(Subscriber.State.ACTIVE, 2)
        .containsEntry(Subscriber.State.SUPPRESSED, 0);
    assertThat(new SubscriberFigures(store).documents(1)).hasSize(1);
  }

  private static void put(Store store, Instant when, String email, String state) {
    Orders.put(store, Clock.fixed(when, ZoneOffset.UTC), email);
    store
        .jdbi()
        .useHandle(
            db ->
                db.createUpdate("update delivery set state = :state where recipient = :email")
                    .bind("state", state)
                    .bind("email", email)
                    .execute());
  }
}
