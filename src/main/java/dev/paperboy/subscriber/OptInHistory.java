package dev.paperboy.subscriber;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how often an address was asked to confirm a subscription, and whether it said no. It
 * keeps keyed hashes only, so that erasing a subscriber does not have to erase this. Threads may
 * share it.
 */
public final class OptInHistory {

  /** The most questions to an address that does not confirm. */
  public static final int MAX_QUESTIONS = 3;

  private static final Duration BETWEEN_QUESTIONS = Duration.ofDays(1);

  /** How long a "no" counts, and how long questions are counted after the last one. */
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final AddressHash hash;
  private final Jdbi jdbi;
  private final Clock clock;

  public OptInHistory(InstanceSecret secret, Store store, Clock clock) {
    this.hash = new AddressHash(secret);
    this.jdbi = store.jdbi();
    this.clock = clock;
  }

  /**
   * What else is known of an address: from the notices of older versions, and from its state.
   *
   * @param questions how many questions have not been confirmed
   */
  public record Earlier(int questions, @Nullable Instant askedAt, @Nullable Instant refusedAt) {

    public static final Earlier NOTHING = new Earlier(0, null, null);
  }

  /**
   * Counts a question to this address, if one is allowed: at most one a day, {@value
   * #MAX_QUESTIONS} until one is confirmed, and none in the year after a "no".
   *
   * @return false if the address must not be asked; nothing was counted
   */
  public boolean ask(EmailAddress address, Earlier earlier) {
    begin(address, earlier);
    Instant now = clock.instant();
    // A question from the future was asked before the clock was put back.
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        """
                        update opt_in set asked_at = :now,
                          questions = case when asked_at <= :yearAgo then 1 else questions + 1 end
                        where address_hash = :hash
                          and (refused_at is null or refused_at <= :yearAgo)
                          and (asked_at is null or asked_at <= :dayAgo or asked_at > :now)
                          and (questions < :most or asked_at <= :yearAgo)
                        """)
                    .bind("hash", hash.of(address))
                    .bind("most", MAX_QUESTIONS)
                    .bind("now", at(now))
                    .bind("dayAgo", at(now.minus(BETWEEN_QUESTIONS)))
                    .bind("yearAgo", at(now.minus(REMEMBERED)))
                    .execute())
        == 1;
  }

  /** The owner of this address said no: it is not asked again for a year. */
  public void refuse(EmailAddress address) {
    begin(address, new Earlier(0, null, clock.instant()));
  }

  /** Whether the owner of this address said no at this moment or later. */
  public boolean refusedSince(EmailAddress address, Instant moment) {
    return exists("refused_at >= :moment", address, moment);
  }

  /** Whether the address was asked at this moment or later, and has not confirmed. */
  public boolean askedSince(EmailAddress address, Instant moment) {
    return exists("asked_at >= :moment", address, moment);
  }

  private boolean exists(String condition, EmailAddress address, Instant moment) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    "select count(*) from opt_in where address_hash = :hash and " + condition)
                .bind("hash", hash.of(address))
                .bind("moment", at(moment))
                .mapTo(Integer.class)
                .map(found -> found > 0)
                .one());
  }

  /** The owner of this address wants its mail: questions are counted from zero again. */
  public void confirmed(EmailAddress address) {
    jdbi.useHandle(
        db ->
            db.createUpdate("delete from opt_in where address_hash = :hash")
                .bind("hash", hash.of(address))
                .execute());
  }

  /** Forgets what counts no longer. */
  public void forgetOld() {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    delete from opt_in
                    where (asked_at is null or asked_at <= :yearAgo)
                      and (refused_at is null or refused_at <= :yearAgo)
                    """)
                .bind("yearAgo", at(clock.instant().minus(REMEMBERED)))
                .execute());
  }

  /** Writes down what is known of the address from elsewhere; what is known already stays. */
  public void begin(EmailAddress address, Earlier earlier) {
    jdbi.useTransaction(
        db -> {
          db.createUpdate(
                  """
                  insert into opt_in (address_hash, questions, asked_at, refused_at)
                  select cast(:hash as varchar(64)), cast(:questions as int),
                    cast(:asked as timestamp with time zone), null
                  where not exists (select 1 from opt_in where address_hash = :hash)
                  """)
              .bind("hash", hash.of(address))
              .bind("questions", earlier.questions())
              .bind("asked", at(earlier.askedAt()))
              .execute();
          if (earlier.refusedAt() != null) {
            refuse(db, address, earlier.refusedAt());
          }
        });
  }

  private void refuse(Handle db, EmailAddress address, Instant moment) {
    db.createUpdate(
            """
            update opt_in set refused_at = :moment
            where address_hash = :hash and (refused_at is null or refused_at < :moment)
            """)
        .bind("hash", hash.of(address))
        .bind("moment", at(moment))
        .execute();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
