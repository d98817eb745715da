package dev.paperboy.outbox;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/** Ends what lasted too long: leases whose holder died, deliveries too old to be sent. */
final class Expiry {

  private final Jdbi jdbi;
  private final Clock clock;

  Expiry(Store store, Clock clock) {
    this.jdbi = store.jdbi();
    this.clock = clock;
  }

  /** Deliveries whose lease ran out are in doubt. */
  int expireLeases() {
    return loosen("and lease_until <= :now");
  }

  /** All leases are of processes that are dead: for the start of the only process there can be. */
  int expireAllLeases() {
    return loosen("");
  }

  private int loosen(String condition) {
    return update(
        """
        update delivery set state = 'in doubt', lease_owner = null, lease_until = null,
          waits_for = null, reply = 'the process ended while it was being sent', changed_at = :now
        where state = 'leased'
        """
            + condition);
  }

  /** Deliveries that waited too long expire. */
  int expireOld() {
    return update(
        """
        update delivery set state = 'expired', changed_at = :now
        where state in ('pending', 'deferred', 'in doubt') and expires_at <= :now
        """);
  }

  private int update(String sql) {
    return jdbi.withHandle(
        db -> db.createUpdate(sql).bind("now", OffsetDateTime.now(clock)).execute());
  }
}
