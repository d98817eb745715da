package dev.paperboy.subscriber;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How often anybody may sign up, by the form and by mail together, in all processes on one
 * database: otherwise sign-ups could fill mailboxes with questions. One domain has half of it, so
 * that an attack on one leaves room for the others. All that is allowed in an hour may come at
 * once, then one at each even interval (the generic cell rate algorithm). Threads may share it.
 */
public final class SignupLimit {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String ALL = "all";

  private final AddressHash hash;
  private final Jdbi jdbi;
  private final int perHour;
  private final Clock clock;

  /**
   * @param perHour 0: no limit
   */
  public SignupLimit(InstanceSecret secret, Store store, int perHour, Clock clock) {
    this.hash = new AddressHash(secret);
    this.jdbi = store.jdbi();
    this.perHour = perHour;
    this.clock = clock;
  }

  /**
   * How long this address has to wait; zero if it may sign up now, which then is counted. Until the
   * end of the caller's transaction no other sign-up gets past this.
   */
  public Duration take(EmailAddress address) {
    return jdbi.inTransaction(
        db -> {
          lock(db);
          return perHour == 0 ? Duration.ZERO : take(db, hash.ofDomain(address), clock.instant());
        });
  }

  private Duration take(Handle db, String domain, Instant now) {
    Instant nextOfDomain = next(db, domain, (perHour + 1) / 2, now);
    Instant nextOfAll = next(db, ALL, perHour, now);
    Instant allowed = now.plus(HOUR);
    Instant later = nextOfDomain.isAfter(allowed) ? nextOfDomain : nextOfAll;
    if (later.isAfter(allowed)) {
      return Duration.between(allowed, later);
    }
    save(db, domain, nextOfDomain);
    save(db, ALL, nextOfAll);
    return Duration.ZERO;
  }

  /** When the account would be full if one more were taken from it. */
  private static Instant next(Handle db, String name, int perHour, Instant now) {
    Optional<Instant> full =
        db.createQuery("select full_at from signup_limit where name = :name")
            .bind("name", name)
            .mapTo(OffsetDateTime.class)
            .findOne()
            .map(OffsetDateTime::toInstant)
            .filter(known -> known.isAfter(now))
            // Otherwise the clock was put back since.
            .filter(known -> !known.isAfter(now.plus(HOUR)));
    return full.orElse(now).plus(HOUR.dividedBy(perHour));
  }

  private static void save(Handle db, String name, Instant full) {
    int known =
        db.createUpdate("update signup_limit set full_at = :full where name = :name")
            .bind("name", name)
            .bind("full", full.atOffset(ZoneOffset.UTC))
            .execute();
    if (known == 0) {
      db.createUpdate("insert into signup_limit (name, full_at) values (:name, :full)")
          .bind("name", name)
          .bind("full", full.atOffset(ZoneOffset.UTC))
          .execute();
    }
  }

  private static void lock(Handle db) {
    db.createUpdate("update signup_limit set full_at = full_at where name = :name")
        .bind("name", ALL)
        .execute();
  }

  /** Forgets the accounts that are full. */
  public void forgetOld() {
    jdbi.useHandle(
        db ->
            db.createUpdate("delete from signup_limit where full_at <= :now and name <> :all")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("all", ALL)
                .execute());
  }
}
