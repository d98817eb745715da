package dev.paperboy.subscriber;

import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber.State;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the list of subscribers: the only one who writes to it. Each method is one transaction and
 * may be repeated without harm. Threads may share it.
 */
public final class Registrar {

  private static final int DAYS_TO_CONFIRM = 30;

  private final Jdbi jdbi;
  private final Subscribers subscribers;
  private final InterestsParser parser;
  private final Clock clock;
  private final IntSupplier startingEdition;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param startingEdition the edition that counts as covered for somebody who joins now
   */
  public Registrar(Store store, InterestsParser parser, Clock clock, IntSupplier startingEdition) {
    this.jdbi = store.jdbi();
    this.subscribers = new Subscribers(store);
    this.parser = parser;
    this.clock = clock;
    this.startingEdition = startingEdition;
  }

  /** Adds an active subscriber: for an operator who vouches for the consent. */
  public Change add(EmailAddress address, String interests) {
    Parsed parsed = parser.parse(interests);
    if (parsed.interests().isEmpty()) {
      return new Change.Rejected(parsed.problems());
    }
    Optional<Subscriber> there = subscribers.find(address);
    if (there.isPresent()) {
      return new Change.AlreadyThere(there.get());
    }
    insert(address, State.ACTIVE, interests, firstSlot(parsed.interests().get()));
    return new Change.Done(subscribers.find(address).orElseThrow());
  }

  /**
   * Notes that somebody wants this address on the list: an unknown one becomes pending, until its
   * owner confirms. A known subscriber stays exactly as they are, whatever their state.
   */
  public Change subscribe(EmailAddress address, String interests) {
    Parsed parsed = parser.parse(interests);
    if (parsed.interests().isEmpty()) {
      return new Change.Rejected(parsed.problems());
    }
    Optional<Subscriber> there = subscribers.find(address);
    if (there.isPresent()) {
      return new Change.AlreadyThere(there.get());
    }
    insert(address, State.PENDING, interests, firstSlot(parsed.interests().get()));
    return new Change.Done(subscribers.find(address).orElseThrow());
  }

  /**
   * Makes a pending subscriber, or one who left, an active one with these interests, who starts as
   * a newcomer does.
   *
   * @return false if the subscriber has another state, or the interests have problems; nothing was
   *     changed
   */
  public boolean confirm(Subscriber subscriber, String interests) {
    return parser
        .parse(interests)
        .interests()
        .filter(wanted -> confirm(subscriber, interests, firstSlot(wanted)))
        .isPresent();
  }

  private boolean confirm(Subscriber subscriber, String interests, Instant next) {
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        """
                        update subscriber set state = 'active', state_reason = null,
                          paused_until = null, state_since = :now, next_digest_at = :next,
                          interests = :interests,
                          last_edition = case when last_edition < :edition then :edition
                                         else last_edition end
                        where id = :id and state in ('pending', 'unsubscribed')
                        """)
                    .bind("id", subscriber.id())
                    .bind("interests", interests)
                    .bind("edition", startingEdition.getAsInt())
                    .bind("next", next.atOffset(ZoneOffset.UTC))
                    .bind("now", OffsetDateTime.now(clock))
                    .execute())
        == 1;
  }

  /**
   * Replaces the interests document; the next digest goes by the new one. A digest that is overdue
   * stays due.
   */
  public Change changeInterests(Subscriber subscriber, String interests) {
    Parsed parsed = parser.parse(interests);
    if (parsed.interests().isEmpty()) {
      return new Change.Rejected(parsed.problems());
    }
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    update subscriber set interests = :interests,
                      next_digest_at = case when next_digest_at <= :now then next_digest_at
                                       else :next end
                    where id = :id
                    """)
                .bind("id", subscriber.id())
                .bind("interests", interests)
                .bind("now", OffsetDateTime.now(clock))
                .bind("next", firstSlot(parsed.interests().get()).atOffset(ZoneOffset.UTC))
                .execute());
    return new Change.Done(reread(subscriber));
  }

  /**
   * No mail until the given day. An unsubscribed or suppressed subscriber stays as they are.
   *
   * @param until the first day of mail again, in the reader's time zone; null: until resumed
   */
  public Subscriber pause(Subscriber subscriber, @Nullable LocalDate until) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    update subscriber set state = 'paused', state_reason = null, paused_until = :until,
                      state_since = case when state = 'paused' then state_since else :now end
                    where id = :id and state in ('active', 'paused')
                    """)
                .bind("id", subscriber.id())
                .bind("until", until)
                .bind("now", OffsetDateTime.now(clock))
                .execute());
    return reread(subscriber);
  }

  /**
   * Mail again, from the next digest on; also the operator's way back for whoever left or bounced.
   * After a pause nothing is missed; who comes back after leaving starts as a newcomer does.
   */
  public Subscriber resume(Subscriber subscriber) {
    State was = subscriber.standing().state();
    if (was != State.ACTIVE && was != State.PAUSED) {
      startAnew(subscriber);
    }
    return set(subscriber, State.ACTIVE, null);
  }

  private void startAnew(Subscriber subscriber) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    update subscriber set last_edition = :edition
                    where id = :id and last_edition < :edition
                    """)
                .bind("id", subscriber.id())
                .bind("edition", startingEdition.getAsInt())
                .execute());
  }

  /** No mail any more, at once. */
  public Subscriber unsubscribe(Subscriber subscriber, String reason) {
    return set(subscriber, State.UNSUBSCRIBED, reason);
  }

  /** Nothing is to be sent to this address, which refused mail. */
  public Subscriber suppress(Subscriber subscriber, String reason) {
    return set(subscriber, State.SUPPRESSED, reason);
  }

  /** Forgets everything about the subscriber, deliveries and digests included. */
  public void erase(Subscriber subscriber) {
    jdbi.useHandle(
        db ->
            db.createUpdate("delete from subscriber where id = :id")
                .bind("id", subscriber.id())
                .execute());
  }

  /**
   * Erases pending subscribers whose last question is more than {@value #DAYS_TO_CONFIRM} days old:
   * nobody is kept who did not want to be.
   *
   * @return how many
   */
  public int forgetUnconfirmed() {
    return jdbi.withHandle(
        db ->
            db.createUpdate(
                    """
                    delete from subscriber where state = 'pending' and state_since < :horizon
                      and not exists (
                        select 1 from notice
                        where notice.subscriber_id = subscriber.id and notice.kind = 'confirm'
                          and notice.created_at >= :horizon)
                    """)
                .bind("horizon", OffsetDateTime.now(clock).minusDays(DAYS_TO_CONFIRM))
                .execute());
  }

  private Subscriber set(Subscriber subscriber, State state, @Nullable String reason) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    update subscriber set state = :state, state_reason = :reason, paused_until = null,
                      state_since = case when state = :state then state_since else :now end
                    where id = :id
                    """)
                .bind("id", subscriber.id())
                .bind("state", state.word())
                .bind("reason", reason == null ? null : cut(reason))
                .bind("now", OffsetDateTime.now(clock))
                .execute());
    return reread(subscriber);
  }

  private void insert(EmailAddress address, State state, String interests, Instant firstSlot) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    insert into subscriber (email, email_key, state, state_since, interests,
                      last_edition, next_digest_at, token_seed, created_at)
                    values (:email, :key, :state, :now, :interests, :edition, :next, :seed, :now)
                    """)
                .bind("email", address.toString())
                .bind("key", address.key())
                .bind("state", state.word())
                .bind("interests", interests)
                .bind("edition", startingEdition.getAsInt())
                .bind("next", firstSlot.atOffset(ZoneOffset.UTC))
                .bind("seed", HexFormat.of().formatHex(seed))
                .bind("now", OffsetDateTime.now(clock))
                .execute());
  }

  private Instant firstSlot(Interests interests) {
    return DigestSlots.nextAfter(interests.digest().rhythm(), clock.instant());
  }

  private Subscriber reread(Subscriber subscriber) {
    return subscribers.find(subscriber.id()).orElseThrow();
  }

  private static String cut(String reason) {
    return reason.length() <= 500 ? reason : reason.substring(0, 500);
  }
}
