package dev.paperboy.outbox;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;

/**
 * Undoes what followed of refusals for which the recipients are not to blame: their suppressions
 * are taken back, and their mails wait to be sent again. May be repeated. Threads may share it.
 */
final class Readmission {

  private final Jdbi jdbi;
  private final MailSource source;
  private final Clock clock;

  Readmission(Store store, MailSource source, Clock clock) {
    this.jdbi = store.jdbi();
    this.source = source;
    this.clock = clock;
  }

  /**
   * What was put back.
   *
   * @param failed mails that had been given up
   * @param deferred mails that were to come again later
   */
  record PutBack(int failed, int deferred) {}

  /**
   * @param atOnce whether a mail that was refused for the first time is due as soon as something is
   *     mended; one that was refused before waits as after any failure, so that others pass it
   */
  PutBack readmit(List<Refusal> refusals, boolean atOnce) {
    int failed = 0;
    int deferred = 0;
    for (Refusal refusal : refusals) {
      source.readmit(refusal.delivery(), refusal.reply());
      boolean first = atOnce && refusal.delivery().attempts() <= 1;
      Instant due = first ? clock.instant() : later(refusal);
      failed += putBack(refusal, "failed", due);
      if (first) {
        deferred += putBack(refusal, "deferred", due);
      }
    }
    return new PutBack(failed, deferred);
  }

  private Instant later(Refusal refusal) {
    double chance = ThreadLocalRandom.current().nextDouble();
    int attempts = refusal.delivery().attempts();
    return clock.instant().plus(RetrySchedule.DEFAULT.after(attempts, chance, refusal.reply()));
  }

  private int putBack(Refusal refusal, String state, Instant due) {
    return jdbi.withHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set state = 'deferred', due_at = :due, waits_for = :reason,
                      changed_at = :now
                    where id = :id and state = :state and attempts = :attempts
                      and (state = 'failed' or due_at > :due)
                    """)
                .bind("id", refusal.delivery().id())
                .bind("state", state)
                .bind("attempts", refusal.delivery().attempts())
                .bind("due", due.atOffset(ZoneOffset.UTC))
                .bind("reason", WaitReason.RECEIVER.word())
                .bind("now", OffsetDateTime.now(clock))
                .execute());
  }

  /** What waits because the server refused others in its domain need not wait for that. */
  int endWaitsForSlowDomains(Traffic traffic) {
    return jdbi.withHandle(
        db ->
            db.createUpdate(
                    """
                    update delivery set due_at = :now, waits_for = null
                    where state in ('pending', 'deferred') and waits_for = 'slow domain'
                      and <ours>
                    """)
                .define("ours", traffic.condition())
                .bind("now", OffsetDateTime.now(clock))
                .execute());
  }
}
