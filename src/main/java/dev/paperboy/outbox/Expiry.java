package dev.paperboy.outbox;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/**
 * Ends what lasted too long: leases whose holder died, deliveries too old to be sent, and waits for
 * a moment that only a wrong clock can have named.
 */
final class Expiry {

  /** By so much the clocks of nodes may differ; what is further ahead is of a wrong one. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private static final String LOOSEN =
      """
      update delivery set state = 'in doubt', lease_owner = null, lease_until = null,
        waits_for = null, reply = 'the process ended while it was being sent', changed_at = :now
      where state = 'leased'
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration lease;
  private final Duration maxAge;

  /**
   * @param lease how long one lasts
   * @param maxAge how long a delivery may wait
   */
  Expiry(Store store, Clock clock, Duration lease, Duration maxAge) {
    this.jdbi = store.jdbi();
    this.clock = clock;
    this.lease = lease;
    this.maxAge = maxAge;
  }

  /** Deliveries whose lease ran out, or ends later than any that begins now, are in doubt. */
  int expireLeases() {
    OffsetDateTime latest = OffsetDateTime.now(clock).plus(lease).plus(AHEAD);
    return jdbi.withHandle(
        db ->
            db.createUpdate(LOOSEN + "and (lease_until <= :now or lease_until > :latest)")
                .bind("now", OffsetDateTime.now(clock))
                .bind("latest", latest)
                .execute());
  }

  /** All leases are of processes that are dead: for the start of the only process there can be. */
  int expireAllLeases() {
    return update(LOOSEN);
  }

  /**
   * When the clock was ahead and has been put right: what changed in that future is due now, and
   * lives from now on, instead of waiting until the future has come and going out stale.
   */
  int comeBack() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbi.withHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set due_at = :now, waits_for = null, changed_at = :now,
                      expires_at = case when expires_at > :latest then :latest else expires_at end
                    where state in ('pending', 'leased', 'deferred', 'in doubt')
                      and due_at > :now and changed_at > :ahead
                    """)
                .bind("now", now)
                .bind("latest", now.plus(maxAge))
                .bind("ahead", now.plus(AHEAD))
                .execute());
  }

  /** Deliveries that waited too long expire; those that wait for a paused reader do not age. */
  int expireOld() {
    return update(
        """
        update delivery set state = 'expired', changed_at = :now
        where state in ('pending', 'deferred', 'in doubt') and expires_at <= :now
          and coalesce(waits_for, '') <> 'paused reader'
        """);
  }

  private int update(String sql) {
    return jdbi.withHandle(
        db -> db.createUpdate(sql).bind("now", OffsetDateTime.now(clock)).execute());
  }
}
