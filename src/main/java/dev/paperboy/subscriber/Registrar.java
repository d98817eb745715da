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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
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
  private final WaitingMail waitingMail;
  private final SecureRandom random = new SecureRandom();

  /** The same where no digests are planned. */
  public Registrar(Store store, InterestsParser parser, Clock clock, IntSupplier startingEdition) {
    this(store, parser, clock, startingEdition, WaitingMail.NONE);
  }

  /**
   * @param startingEdition the edition that counts as covered for somebody who joins now
   * @param waitingMail taken back from those who leave or pause
   */
  public Registrar(
      Store store,
      InterestsParser parser,
      Clock clock,
      IntSupplier startingEdition,
      WaitingMail waitingMail) {
    this.jdbi = store.jdbi();
    this.subscribers = new Subscribers(store);
    this.parser = parser;
    this.clock = clock;
    this.startingEdition = startingEdition;
    this.waitingMail = waitingMail;
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
   * stays due. If the document asks for a pause, what waits for the reader is taken back.
   */
  public Change changeInterests(Subscriber subscriber, String interests) {
    Parsed parsed = parser.parse(interests);
    if (parsed.interests().isEmpty()) {
      return new Change.Rejected(parsed.problems());
    }
    jdbi.useTransaction(
        db -> {
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
              .execute();
          if (pauses(parsed.interests().get())) {
            withdraw(db, subscriber);
          }
        });
    return new Change.Done(reread(subscriber));
  }

  private boolean pauses(Interests interests) {
    LocalDate until = interests.pauseUntil();
    ZoneId zone = interests.digest().rhythm().timezone();
    return until != null && LocalDate.ofInstant(clock.instant(), zone).isBefore(until);
  }

  /**
   * No mail until the given day; what waits is taken back, and its papers come after the pause. An
   * unsubscribed or suppressed subscriber stays as they are.
   *
   * @param until the first day of mail again, in the reader's time zone; null: until resumed
   */
  public Subscriber pause(Subscriber subscriber, @Nullable LocalDate until) {
    jdbi.useTransaction(
        db -> {
          db.createUpdate(
                  """
                  update subscriber set state = 'paused', state_reason = null, paused_until = :until,
                    state_since = case when state = 'paused' then state_since else :now end
                  where id = :id and state in ('active', 'paused')
                  """)
              .bind("id", subscriber.id())
              .bind("until", until)
              .bind("now", OffsetDateTime.now(clock))
              .execute();
          withdraw(db, subscriber);
        });
    return reread(subscriber);
  }

  /**
   * Mail again, from the next digest on; also the operator's way back for whoever left or bounced.
   * After a pause nothing is missed, nor by those who left less than a day ago. Those who left
   * earlier start as newcomers do. The first digest after leaving comes at the reader's next hour.
   */
  public Subscriber resume(Subscriber subscriber) {
    jdbi.useTransaction(
        db ->
            db.createUpdate(
                    """
                    update subscriber set state = 'active', state_reason = null, paused_until = null,
                      state_since = case when state = 'active' then state_since else :now end,
                      last_edition = case when state in ('active', 'paused')
                        or state_since > :yesterday or last_edition >= :edition
                        then last_edition else :edition end,
                      next_digest_at = case when state in ('active', 'paused') then next_digest_at
                        else :next end
                    where id = :id
                    """)
                .bind("id", subscriber.id())
                .bind("edition", startingEdition.getAsInt())
                .bind("yesterday", OffsetDateTime.now(clock).minusDays(1))
                .bind("next", firstSlot(reread(subscriber)).atOffset(ZoneOffset.UTC))
                .bind("now", OffsetDateTime.now(clock))
                .execute());
    return reread(subscriber);
  }

  /** No mail any more, at once; what waits is taken back. */
  public Subscriber unsubscribe(Subscriber subscriber, String reason) {
    return leave(subscriber, State.UNSUBSCRIBED, reason);
  }

  /**
   * Nothing is to be sent to this address, which refused mail; what waits is taken back. What the
   * subscriber was before is kept for {@link #liftSuppression}.
   */
  public Subscriber suppress(Subscriber subscriber, String reason) {
    return jdbi.inTransaction(
        db -> {
          db.createUpdate(
                  """
                  update subscriber set state_before = state, paused_before = paused_until
                  where id = :id and state <> 'suppressed'
                  """)
              .bind("id", subscriber.id())
              .execute();
          return leave(subscriber, State.SUPPRESSED, reason);
        });
  }

  /**
   * Makes a suppressed reader again what they were before, a pause included; active where that is
   * not known. They miss nothing: the next digest covers the time between, and comes at the
   * reader's next hour.
   *
   * @param reason for which they were suppressed
   * @return false if they are not suppressed for it; nothing was changed
   */
  public boolean liftSuppression(long subscriber, String reason) {
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        """
                        update subscriber set state = coalesce(state_before, 'active'),
                          paused_until = paused_before, state_reason = null, state_since = :now,
                          state_before = null, paused_before = null,
                          next_digest_at = case when next_digest_at <= :now then :next
                            else next_digest_at end
                        where id = :id and state = 'suppressed' and state_reason = :reason
                        """)
                    .bind("id", subscriber)
                    .bind("reason", cut(reason))
                    .bind("now", OffsetDateTime.now(clock))
                    .bind("next", nextSlot(subscriber).atOffset(ZoneOffset.UTC))
                    .execute())
        == 1;
  }

  private Subscriber leave(Subscriber subscriber, State state, String reason) {
    return jdbi.inTransaction(
        db -> {
          Subscriber gone = set(subscriber, state, reason);
          withdraw(db, subscriber);
          return gone;
        });
  }

  /** The subscriber's row is locked by now, so that no plan adds to what waits. */
  private void withdraw(Handle db, Subscriber subscriber) {
    subscribers.find(subscriber.id()).ifPresent(now -> waitingMail.withdraw(db, now));
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

  private Instant firstSlot(Subscriber subscriber) {
    return parser
        .parse(subscriber.interests())
        .interests()
        .map(this::firstSlot)
        .orElse(clock.instant());
  }

  private Instant nextSlot(long subscriber) {
    return subscribers.find(subscriber).map(this::firstSlot).orElse(clock.instant());
  }

  /** Those who were erased meanwhile are as they were. */
  private Subscriber reread(Subscriber subscriber) {
    return subscribers.find(subscriber.id()).orElse(subscriber);
  }

  private static String cut(String reason) {
    return reason.length() <= 500 ? reason : reason.substring(0, 500);
  }
}
