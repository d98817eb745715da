package dev.paperboy.outbox;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The deliveries that wait, and what they wait for. Threads may share it. */
final class Waiting {

  private final Jdbi jdbi;
  private final Clock clock;
  private final String ours;

  Waiting(Store store, Clock clock, Traffic traffic) {
    this.jdbi = store.jdbi();
    this.ours = traffic.condition();
    this.clock = clock;
  }

  /**
   * Notes with everything that is due what it waits for, and in words why. What waits for a paused
   * reader goes on doing so.
   */
  void explain(WaitReason reason, String words) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set reply = :reply, waits_for = :reason
                    where state in ('pending', 'deferred') and due_at <= :now and <ours>
                      and coalesce(waits_for, '') <> 'paused reader'
                      and (waits_for is null or waits_for <> :reason
                        or reply is null or reply <> :reply)
                    """)
                .define("ours", ours)
                .bind("reply", Leases.cut(words))
                .bind("reason", reason.word())
                .bind("now", OffsetDateTime.now(clock))
                .execute());
  }

  /** How many wait for a limit, by limit; only those for which some do. */
  Map<WaitReason, Integer> limited() {
    Map<WaitReason, Integer> counts = new EnumMap<>(WaitReason.class);
    jdbi.useHandle(
        db ->
            db.createQuery(
                    """
                    select waits_for, count(*) as number from delivery
                    where state in ('pending', 'deferred')
                      and waits_for in ('rate limit', 'slow domain', 'window', 'warm up')
                      and <ours>
                    group by waits_for
                    """)
                .define("ours", ours)
                .map(
                    (row, context) ->
                        Map.entry(WaitReason.of(row.getString("waits_for")), row.getInt("number")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  /** When the first of those that wait for this may be sent. */
  Optional<Instant> next(WaitReason reason) {
    return jdbi.withHandle(
            db ->
                db.createQuery(
                        """
                        select min(due_at) from delivery
                        where state in ('pending', 'deferred') and waits_for = :reason
                          and <ours>
                        """)
                    .define("ours", ours)
                    .bind("reason", reason.word())
                    .mapTo(OffsetDateTime.class)
                    .findOne())
        .map(OffsetDateTime::toInstant);
  }
}
