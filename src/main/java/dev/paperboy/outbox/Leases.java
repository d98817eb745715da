package dev.paperboy.outbox;

import dev.paperboy.outbox.Delivery.Due;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.outbox.MailSource.Prepared.TakeBack;
import dev.paperboy.store.GroupCommit;
import dev.paperboy.store.GroupCommit.Commit;
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
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * Takes deliveries out of the outbox for sending, so that no two dispatchers send the same one, and
 * writes down how each ended. A lease is taken by conditional update; if its holder dies, the
 * delivery is in doubt. Each method is one transaction, but for those that begin to write down an
 * end: that shares its transaction with others, and is durable when it was awaited. Threads may
 * share it.
 */
final class Leases {

  /** Others cannot be faster so often. */
  private static final int MOST_TRIES = 100;

  private final Jdbi jdbi;
  private final GroupCommit<Ending> group;
  private final Clock clock;
  private final Duration length;
  private final List<String> leasable;
  private final String ours;
  private final String owner = UUID.randomUUID().toString();

  /** How an attempt ended. */
  private record Ending(long id, State state, String reply, Due due) {}

  /**
   * @param length longer than the slowest attempt can last
   * @param company how many results make a commit worth while at once
   */
  Leases(Store store, Clock clock, Duration length, InDoubt inDoubt, Traffic traffic, int company) {
    this.jdbi = store.jdbi();
    this.group = new GroupCommit<>(store, company, this::write);
    this.ours = traffic.condition();
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
   *
   * @throws IllegalStateException if the database is damaged
   */
  List<Delivery> take(int limit) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      List<Delivery> taken = new ArrayList<>();
      List<Delivery> due = jdbi.inTransaction(db -> take(db, limit, taken));
      if (!taken.isEmpty() || due.isEmpty()) {
        return taken;
      }
      // Found some and got none: others were faster, and there may be more.
    }
    throw new IllegalStateException(
        "The outbox names deliveries as due that cannot be taken: its table and its index disagree."
            + " docs/operations.md says how to mend a damaged database.");
  }

  private List<Delivery> take(Handle db, int limit, List<Delivery> taken) {
    List<Delivery> due = dueNow(db, limit);
    int[] leased = lease(db, due);
    for (int i = 0; i < leased.length; i++) {
      if (leased[i] == 1) {
        taken.add(due.get(i).leased(clock.instant()));
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
                    where state in (<leasable>) and due_at <= :now
                      and (expires_at > :now or waits_for = 'paused reader') and <ours>
                    """)
                .define("ours", ours)
                .bindList("leasable", leasable)
                .bind("now", now())
                .mapTo(Integer.class)
                .one());
  }

  /** How many could be taken now, or could be but for a limit or a reader who is away. */
  int left() {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select count(*) from delivery
                    where state in (<leasable>) and <ours>
                      and (expires_at > :now or waits_for = 'paused reader')
                      and (due_at <= :now or waits_for in ('rate limit', 'slow domain', 'window',
                        'warm up', 'paused reader', 'absent reader'))
                    """)
                .define("ours", ours)
                .bindList("leasable", leasable)
                .bind("now", now())
                .mapTo(Integer.class)
                .one());
  }

  /** Begins to write down that the delivery ended in this state. */
  Commit close(Delivery delivery, State state, String reply) {
    return write(delivery, state, reply, new Due(clock.instant(), null));
  }

  /**
   * Cancels the delivery and undoes what belongs to it, in one transaction.
   *
   * @return false if it cannot be undone, or the lease is lost: nothing was changed
   */
  boolean takeBack(Delivery delivery, TakeBack what) {
    return jdbi.inTransaction(
        db -> {
          boolean done =
              what.undo().test(db)
                  && write(db, List.of(cancelled(delivery, what.reason())))[0] == 1;
          if (!done) {
            db.rollback();
          }
          return done;
        });
  }

  private Ending cancelled(Delivery delivery, String reason) {
    return new Ending(delivery.id(), State.CANCELLED, reason, new Due(clock.instant(), null));
  }

  /** Lets the delivery wait for its paused reader; it does not grow old, no attempt is burnt. */
  void keep(Delivery delivery, Instant until) {
    Instant expires = delivery.order().expiresAt().plus(Duration.between(clock.instant(), until));
    jdbi.useTransaction(
        db -> {
          db.createUpdate(
                  """
                  update delivery set expires_at = :expires where id = :id and lease_owner = :owner
                  """)
              .bind("id", delivery.id())
              .bind("owner", owner)
              .bind("expires", expires.atOffset(ZoneOffset.UTC))
              .execute();
          postpone(delivery, new Wait(until, WaitReason.PAUSED_READER));
        });
  }

  /** Begins to write down a transient failure; the delivery comes again. */
  Commit defer(Delivery delivery, String reply, Instant until) {
    return write(delivery, State.DEFERRED, reply, new Due(until, WaitReason.RECEIVER));
  }

  /**
   * Begins to write down that nobody knows whether the mail arrived; if it comes again, then not
   * before.
   */
  Commit doubt(Delivery delivery, String reply, Instant until) {
    return write(delivery, State.IN_DOUBT, reply, new Due(until, null));
  }

  /** Gives the delivery back as if it had not been taken: the attempt does not count. */
  void release(Delivery delivery) {
    release(delivery.id(), new Due(clock.instant(), null));
  }

  /** Gives back everything that this holder has. */
  void releaseAll() {
    jdbi.useHandle(db -> release(db, "state = 'leased'", new Due(clock.instant(), null)).execute());
  }

  /** Gives it back to wait; no attempt is burnt, and what the receiver said last still stands. */
  void postpone(Delivery delivery, Wait wait) {
    release(delivery.id(), new Due(wait.until(), wait.reason()));
  }

  private void release(long id, Due due) {
    jdbi.useHandle(db -> release(db, "id = :id", due).bind("id", id).execute());
  }

  private Update release(Handle db, String which, Due due) {
    return db.createUpdate(
            """
            update delivery set attempts = attempts - 1,
              state = case when attempts > 1 then 'deferred' else 'pending' end,
              due_at = :due, waits_for = :reason,
              lease_owner = null, lease_until = null, changed_at = :now
            where lease_owner = :owner and <which>
            """)
        .define("which", which)
        .bind("owner", owner)
        .bind("due", due.at().atOffset(ZoneOffset.UTC))
        .bind("reason", due.waitsFor() == null ? null : due.waitsFor().word())
        .bind("now", now());
  }

  private List<Delivery> dueNow(Handle db, int limit) {
    // Without "order by": with it, H2 reads every due row for each lease.
    return db.createQuery(
            Outbox.SELECT
                + """
            where state in (<leasable>) and due_at <= :now
              and (expires_at > :now or waits_for = 'paused reader') and <ours>
            fetch first :limit rows only
            for update skip locked
            """)
        .define("ours", ours)
        .bindList("leasable", leasable)
        .bind("now", now())
        .bind("limit", limit)
        .map(Outbox.MAPPER)
        .list();
  }

  /**
   * Asks again whether each is due, and as it was: another dispatcher may have had it in hand since
   * it was found.
   *
   * @return for each, in order, 1 if it is leased now
   */
  private int[] lease(Handle db, List<Delivery> due) {
    PreparedBatch batch =
        db.prepareBatch(
            """
            update delivery set state = 'leased', lease_owner = :owner, lease_until = :until,
              attempts = attempts + 1, expires_at = :expires, changed_at = :now
            where id = :id and state = :state and attempts = :attempts and due_at <= :now
            """);
    for (Delivery delivery : due) {
      batch
          .bind("id", delivery.id())
          .bind("state", delivery.state().word())
          .bind("attempts", delivery.attempts())
          .bind("owner", owner)
          .bind("until", now().plus(length))
          .bind("expires", delivery.expiresAt(clock.instant()).atOffset(ZoneOffset.UTC))
          .bind("now", now())
          .add();
    }
    return due.isEmpty() ? new int[0] : batch.execute();
  }

  private Commit write(Delivery delivery, State state, String reply, Due due) {
    return group.begin(new Ending(delivery.id(), state, reply, due));
  }

  /**
   * @return for each, in order, 1 if it is written down, 0 if the lease is lost
   */
  private int[] write(Handle db, List<Ending> endings) {
    PreparedBatch batch =
        db.prepareBatch(
            """
            update delivery set state = :state, reply = :reply, due_at = :due,
              waits_for = :reason, lease_owner = null, lease_until = null, changed_at = :now
            where id = :id and lease_owner = :owner
            """);
    for (Ending ending : endings) {
      WaitReason reason = ending.due().waitsFor();
      batch
          .bind("id", ending.id())
          .bind("owner", owner)
          .bind("state", ending.state().word())
          .bind("reply", cut(ending.reply()))
          .bind("due", ending.due().at().atOffset(ZoneOffset.UTC))
          .bind("reason", reason == null ? null : reason.word())
          .bind("now", now())
          .add();
    }
    return batch.execute();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  static String cut(String reply) {
    return reply.length() <= 500 ? reply : reply.substring(0, 500);
  }
}
