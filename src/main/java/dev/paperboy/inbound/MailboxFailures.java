package dev.paperboy.inbound;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * The mails of a mailbox that could not be handled, in the store: how often it was tried, and why
 * it failed. What is set aside is remembered for ninety days. Threads may share it.
 */
public final class MailboxFailures {

  private static final Duration REMEMBERED = Duration.ofDays(90);

  /** How long a mail rests after each failed try; one more, and it is given up. */
  private static final List<Duration> RESTS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(1));

  private final Jdbi jdbi;
  private final Clock clock;

  public MailboxFailures(Store store, Clock clock) {
    this.jdbi = store.jdbi();
    this.clock = clock;
  }

  /** How many mails were set aside since then. */
  public int setAsideSince(Instant since) {
    return jdbi.withHandle(
        db ->
            db.createQuery("select count(*) from mailbox_failure where set_aside_at >= :since")
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one());
  }

  /** How many tries a mail has at most. */
  static int mostTries() {
    return RESTS.size() + 1;
  }

  /**
   * A mail that failed before.
   *
   * @param tries how often
   * @param reason of the last time
   */
  record Failure(int tries, String reason, Instant nextTryAt) {

    boolean isHopeless() {
      return tries >= mostTries();
    }
  }

  /** Those that are still tried, by key. */
  Map<String, Failure> open() {
    Map<String, Failure> failures = new HashMap<>();
    jdbi.useHandle(
        db ->
            db.createQuery(
                    """
                    select mail_key, tries, reason, next_try_at from mailbox_failure
                    where set_aside_at is null
                    """)
                .map(
                    (row, context) ->
                        failures.put(
                            row.getString("mail_key"),
                            new Failure(
                                row.getInt("tries"),
                                row.getString("reason"),
                                row.getObject("next_try_at", OffsetDateTime.class).toInstant())))
                .list());
    return failures;
  }

  /**
   * A try of it begins. It counts if the process does not live to see its end, and the next one may
   * come at once.
   */
  void begin(String key, int triesBefore) {
    Failure begun =
        new Failure(triesBefore + 1, "Paperboy ended while it was handled", clock.instant());
    replace(key, begun, false);
  }

  /** One more failed try of it. */
  Failure failed(String key, int triesBefore, String reason) {
    int tries = triesBefore + 1;
    Duration rest = tries < mostTries() ? RESTS.get(tries - 1) : Duration.ZERO;
    Failure failure = new Failure(tries, reason, clock.instant().plus(rest));
    replace(key, failure, false);
    return failure;
  }

  /** It was set aside. */
  void setAside(String key, int tries, String reason) {
    replace(key, new Failure(tries, reason, clock.instant()), true);
  }

  /** It was handled. */
  void forget(String key) {
    jdbi.useHandle(db -> db.execute("delete from mailbox_failure where mail_key = ?", key));
  }

  private void replace(String key, Failure failure, boolean aside) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbi.useTransaction(
        db -> {
          db.createUpdate(
                  "delete from mailbox_failure where mail_key = :key or set_aside_at < :horizon")
              .bind("key", key)
              .bind("horizon", now.minus(REMEMBERED))
              .execute();
          db.createUpdate(
                  """
                  insert into mailbox_failure (mail_key, tries, reason, next_try_at, set_aside_at)
                  values (:key, :tries, :reason, :nextTryAt, :setAsideAt)
                  """)
              .bind("key", key)
              .bind("tries", failure.tries())
              .bind("reason", failure.reason())
              .bind("nextTryAt", failure.nextTryAt().atOffset(ZoneOffset.UTC))
              .bind("setAsideAt", aside ? now : null)
              .execute();
        });
  }
}
