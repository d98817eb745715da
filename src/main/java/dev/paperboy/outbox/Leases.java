package dev.paperboy.outbox;

import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes deliveries out of the outbox for sending, so that no two dispatchers send the same one, and
 * writes down how each ended. A lease is taken by conditional update; if its holder dies, the
 * delivery is in doubt. Each method is one transaction. Threads may share it.
 */
final class Leases {

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration length;
  private final List<String> leasable;
  private final String owner = UUID.randomUUID().toString();

  /**
   * @param length longer than the slowest attempt can last
   */
  Leases(Store store, Clock clock, Duration length, InDoubt inDoubt) {
    this.jdbi = store.jdbi();
    this.clock = clock;
    this.length = length;
    this.leasable =
        inDoubt == InDoubt.RESEND
            ? List.of(State.PENDING.word(), State.DEFERRED.word(), State.IN_DOUBT.word())
            : List.of(State.PENDING.word(), State.DEFERRED.word());
  }

  /**
   * Up to {@code limit} due deliveries, now leased to this dispatcher; none only if none is due. No
   * order is promised.
   */
  List<Delivery> take(int limit) {
    while (true) {
      List<Delivery> taken = new ArrayList<>();
      List<Long> due = jdbi.inTransaction(db -> take(db, limit, taken));
      if (!taken.isEmpty() || due.isEmpty()) {
        return taken;
      }
      // Found some and got none: others were faster, and there may be more.
    }
  }

  private List<Long> take(Handle db, int limit, List<Delivery> taken) {
    List<Long> due = dueIds(db, limit);
    for (long id : due) {
      if (lease(db, id)) {
        taken.add(
            db.createQuery(Outbox.SELECT + "where id = :id")
                .bind("id", id)
                .map(Outbox.MAPPER)
                .one());
      }
    }
    return due;
  }

  /** How many deliveries could be taken now. */
  int due() {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select count(*) from delivery
                    where state in (<leasable>) and due_at <= :now and expires_at > :now
                    """)
                .bindList("leasable", leasable)
                .bind("now", now())
                .mapTo(Integer.class)
                .one());
  }

  /** Writes down that the delivery ended in this state. */
  void close(Delivery delivery, State state, String reply) {
    write(delivery, state, reply, clock.instant(), 0);
  }

  /** Writes down a transient failure; the delivery comes again. */
  void defer(Delivery delivery, String reply, Instant until) {
    write(delivery, State.DEFERRED, reply, until, 0);
  }

  /** Writes down that nobody knows whether the mail arrived; if it comes again, then not before. */
  void doubt(Delivery delivery, String reply, Instant until) {
    write(delivery, State.IN_DOUBT, reply, until, 0);
  }

  /** Gives the delivery back as if it had not been taken: the attempt does not count. */
  void release(Delivery delivery, @Nullable String why) {
    State back = delivery.attempts() > 1 ? State.DEFERRED : State.PENDING;
    write(delivery, back, why == null ? delivery.reply() : why, clock.instant(), -1);
  }

  /** Notes with everything that is due why it is not sent, for whoever asks. */
  void explainWaiting(String reason) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set reply = :reply
                    where state in ('pending', 'deferred') and due_at <= :now
                    """)
                .bind("reply", cut(reason))
                .bind("now", now())
                .execute());
  }

  /** Deliveries whose lease ran out are in doubt. */
  int expireLeases() {
    return loosen("and lease_until <= :now");
  }

  /** All leases are of processes that are dead: for the start of the only process there can be. */
  int expireAllLeases() {
    return loosen("");
  }

  /** Deliveries that waited too long expire. */
  int expireOld() {
    return jdbi.withHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set state = 'expired', changed_at = :now
                    where state in ('pending', 'deferred', 'in doubt') and expires_at <= :now
                    """)
                .bind("now", now())
                .execute());
  }

  private List<Long> dueIds(Handle db, int limit) {
    // Without "order by": with it, H2 reads every due row for each lease.
    return db.createQuery(
            """
            select id from delivery
            where state in (<leasable>) and due_at <= :now and expires_at > :now
            fetch first :limit rows only
            for update skip locked
            """)
        .bindList("leasable", leasable)
        .bind("now", now())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /**
   * Asks again whether it is due: another dispatcher may have had it in hand since it was found.
   */
  private boolean lease(Handle db, long id) {
    return db.createUpdate(
                """
                update delivery set state = 'leased', lease_owner = :owner, lease_until = :until,
                  attempts = attempts + 1, changed_at = :now
                where id = :id and state in (<leasable>) and due_at <= :now
                """)
            .bindList("leasable", leasable)
            .bind("id", id)
            .bind("owner", owner)
            .bind("until", now().plus(length))
            .bind("now", now())
            .execute()
        == 1;
  }

  private void write(
      Delivery delivery, State state, @Nullable String reply, Instant due, int attempts) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set state = :state, reply = :reply, due_at = :due,
                      attempts = attempts + :attempts, lease_owner = null, lease_until = null,
                      changed_at = :now
                    where id = :id and lease_owner = :owner
                    """)
                .bind("id", delivery.id())
                .bind("owner", owner)
                .bind("state", state.word())
                .bind("reply", reply == null ? null : cut(reply))
                .bind("due", due.atOffset(ZoneOffset.UTC))
                .bind("attempts", attempts)
                .bind("now", now())
                .execute());
  }

  private int loosen(String condition) {
    return jdbi.withHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set state = 'in doubt', lease_owner = null, lease_until = null,
                      reply = 'the process ended while it was being sent', changed_at = :now
                    where state = 'leased'
                    """
                        + condition)
                .bind("now", now())
                .execute());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static String cut(String reply) {
    return reply.length() <= 500 ? reply : reply.substring(0, 500);
  }
}
