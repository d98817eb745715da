package dev.paperboy.subscriber;

import dev.paperboy.store.GroupCommit;
import dev.paperboy.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in readers' links (256 bit) and in the addresses they answer to (160 bit in base 32,
 * as there is no more room), bound to a subscriber and a purpose, the same for every mail of a
 * subscriber so that a retry has the same bytes. The store keeps only their hashes. Threads may
 * share it.
 */
public final class Tokens {

  private static final int BITS_IN_ADDRESS = 160;

  private final InstanceSecret secret;
  private final Jdbi jdbi;
  private final GroupCommit<List<Row>> group;
  private final Clock clock;

  /** What a token opens. One for one thing opens nothing else. */
  public enum Purpose {
    UNSUBSCRIBE,
    INTERESTS,
    /** A feed of the papers in the reader's mails, and why each was there. */
    FEED,
    /** A mail that was sent, to be looked at again; it holds the links that open all else. */
    VIEW,
    /** An answer by mail. */
    REPLY,
    /** Leaving by mail. */
    UNSUBSCRIBE_MAIL,
    /** Saying yes to what one notice asks; until it expires, once. */
    CONFIRM,
    /** The same by mail; used together with the other. */
    CONFIRM_MAIL,
    /** Taking back the change that one notice tells of; until it expires, once. */
    UNDO;

    /** Those that belong to no single notice. */
    private static final Set<Purpose> LASTING =
        EnumSet.complementOf(EnumSet.of(CONFIRM, CONFIRM_MAIL, UNDO));

    private boolean inAddress() {
      return this == REPLY || this == UNSUBSCRIBE_MAIL || this == CONFIRM_MAIL;
    }
  }

  /**
   * What a token for one matter opens.
   *
   * @param notice the number of the notice it came with
   */
  public record Grant(long subscriber, long notice, boolean expired, boolean used) {}

  /** What the store keeps of a token. */
  private record Row(
      String hash,
      long subscriber,
      Purpose purpose,
      @Nullable Long notice,
      @Nullable Instant expires) {}

  public Tokens(InstanceSecret secret, Store store, Clock clock) {
    this.secret = secret;
    this.jdbi = store.jdbi();
    this.group =
        new GroupCommit<>(store, 1, (db, all) -> remember(db, all, OffsetDateTime.now(clock)));
    this.clock = clock;
  }

  /**
   * The tokens of these subscribers for everything that lasts, by the subscribers' ids; after this
   * call they open what they are for.
   */
  public Map<Long, Map<Purpose, String>> all(Collection<Subscriber> subscribers) {
    Map<Long, Map<Purpose, String>> tokens = new HashMap<>();
    List<Row> unknown = new ArrayList<>();
    Set<String> known = known(subscribers);
    for (Subscriber subscriber : subscribers) {
      Map<Purpose, String> own = new EnumMap<>(Purpose.class);
      for (Purpose purpose : Purpose.LASTING) {
        String token = derive(purpose, subscriber.id() + " " + subscriber.tokenSeed());
        own.put(purpose, token);
        Row row = new Row(hash(token), subscriber.id(), purpose, null, null);
        if (!known.contains(row.hash())) {
          unknown.add(row);
        }
      }
      tokens.put(subscriber.id(), own);
    }
    if (!unknown.isEmpty()) {
      group.write(unknown);
    }
    return tokens;
  }

  private Set<String> known(Collection<Subscriber> subscribers) {
    if (subscribers.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select token_hash from token
                    where subscriber_id in (<ids>) and reference is null
                    """)
                .bindList("ids", subscribers.stream().map(Subscriber::id).toList())
                .mapTo(String.class)
                .set());
  }

  /** The subscriber's token; after this call it opens what it is for. */
  public String of(Subscriber subscriber, Purpose purpose) {
    String token = derive(purpose, subscriber.id() + " " + subscriber.tokenSeed());
    if (holder(token, purpose).isEmpty()) {
      group.write(List.of(new Row(hash(token), subscriber.id(), purpose, null, null)));
    }
    return token;
  }

  /** The subscriber's token if it opens something already; makes none, so it is for GET. */
  public Optional<String> known(Subscriber subscriber, Purpose purpose) {
    String token = derive(purpose, subscriber.id() + " " + subscriber.tokenSeed());
    return holder(token, purpose).map(holder -> token);
  }

  /** The token for the matter of one notice; after this call it opens that, until it expires. */
  public String of(Subscriber subscriber, Purpose purpose, long notice, Instant expires) {
    String token =
        derive(purpose, subscriber.id() + " " + subscriber.tokenSeed() + " notice " + notice);
    if (holder(token, purpose).isEmpty()) {
      group.write(List.of(new Row(hash(token), subscriber.id(), purpose, notice, expires)));
    }
    return token;
  }

  private String derive(Purpose purpose, String whose) {
    String use = "token " + word(purpose);
    return purpose.inAddress()
        ? secret.deriveForAddress(use, whose, BITS_IN_ADDRESS)
        : secret.derive(use, whose);
  }

  /** What a token for one matter opens, or opened before it was used or expired. */
  public Optional<Grant> grant(String token, Purpose purpose) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select subscriber_id, reference, expires_at, used_at from token
                    where token_hash = :hash and purpose = :purpose and reference is not null
                    """)
                .bind("hash", hash(purpose.inAddress() ? token.toLowerCase(Locale.ROOT) : token))
                .bind("purpose", word(purpose))
                .map(
                    (row, context) ->
                        new Grant(
                            row.getLong("subscriber_id"),
                            row.getLong("reference"),
                            !row.getObject("expires_at", OffsetDateTime.class)
                                .toInstant()
                                .isAfter(clock.instant()),
                            row.getObject("used_at", OffsetDateTime.class) != null))
                .findOne());
  }

  /**
   * Uses up every token of the notice.
   *
   * @return false if that was done before: whoever gets true may act, and nobody else
   */
  public boolean spend(Grant grant) {
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        """
                        update token set used_at = :now
                        where subscriber_id = :subscriber and reference = :notice
                          and used_at is null
                        """)
                    .bind("subscriber", grant.subscriber())
                    .bind("notice", grant.notice())
                    .bind("now", OffsetDateTime.now(clock))
                    .execute())
        > 0;
  }

  /**
   * The id of the subscriber that the token was made for, if it was made for this purpose. The
   * letter case of one that stood in an address does not count.
   */
  public Optional<Long> holder(String token, Purpose purpose) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select subscriber_id from token
                    where token_hash = :hash and purpose = :purpose
                    """)
                .bind("hash", hash(purpose.inAddress() ? token.toLowerCase(Locale.ROOT) : token))
                .bind("purpose", word(purpose))
                .mapTo(Long.class)
                .findOne());
  }

  private static void remember(Handle db, List<List<Row>> all, OffsetDateTime now) {
    PreparedBatch batch =
        db.prepareBatch(
            """
            insert into token (token_hash, subscriber_id, purpose, reference, expires_at, created_at)
            select :hash, s.id, :purpose, cast(:notice as bigint),
              cast(:expires as timestamp with time zone), :now
            from subscriber s
            where s.id = :subscriber
              and not exists (select 1 from token t where t.token_hash = :hash)
            """);
    for (List<Row> rows : all) {
      for (Row row : rows) {
        batch
            .bind("hash", row.hash())
            .bind("subscriber", row.subscriber())
            .bind("purpose", word(row.purpose()))
            .bind("notice", row.notice())
            .bind("expires", row.expires() == null ? null : row.expires().atOffset(ZoneOffset.UTC))
            .bind("now", now)
            .add();
      }
    }
    batch.execute();
  }

  private static String word(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
