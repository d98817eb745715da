package dev.paperboy.outbox;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.Delivery.Order;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** Deliveries for tests. */
final class Orders {

  private Orders() {}

  /** How they are worked off: every second, without limits, for a day and a half. */
  static DeliverySettings settings(int connections, InDoubt inDoubt) {
    return new DeliverySettings(
        Duration.ofSeconds(1), connections, Duration.ofHours(36), inDoubt, 5, SendingLimits.NONE);
  }

  /** Puts one in for a new subscriber with this address. */
  static void put(Store store, Clock clock, String email) {
    put(store, clock, "test", email);
  }

  /** The same, of this kind. */
  static void put(Store store, Clock clock, String kind, String email) {
    EmailAddress address = EmailAddress.parse(email).orElseThrow();
    store
        .jdbi()
        .useTransaction(
            db -> {
              long subscriber =
                  db.createUpdate(
                          """
                          insert into subscriber (email, email_key, state, interests, last_edition,
                            next_digest_at, token_seed, created_at)
                          values (:email, :email, 'active', '', 0, :now, '', :now)
                          """)
                      .bind("email", email)
                      .bind("now", OffsetDateTime.now(clock))
                      .executeAndReturnGeneratedKeys("id")
                      .mapTo(Long.class)
                      .one();
              Order order =
                  new Order(
                      kind,
                      subscriber,
                      subscriber,
                      address,
                      "<" + email + ">",
                      clock.instant().plus(Duration.ofHours(36)));
              new Outbox(store, clock).enqueue(db, List.of(order));
            });
  }
}
