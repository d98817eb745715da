package dev.paperboy.subscriber;

import dev.paperboy.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

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
    UNSUBSCRIBE_MAIL;

    private boolean inAddress() {
      return this == REPLY || this == UNSUBSCRIBE_MAIL;
    }
  }

  public Tokens(InstanceSecret secret, Store store, Clock clock) {
    this.secret = secret;
    this.jdbi = store.jdbi();
    this.clock = clock;
  }

  /** The subscriber's token; after this call it opens what it is for. */
  public String of(Subscriber subscriber, Purpose purpose) {
    String use = "token " + word(purpose);
    String whose = subscriber.id() + " " + subscriber.tokenSeed();
    String token =
        purpose.inAddress()
            ? secret.deriveForAddress(use, whose, BITS_IN_ADDRESS)
            : secret.derive(use, whose);
    if (holder(token, purpose).isEmpty()) {
      remember(token, subscriber.id(), purpose);
    }
    return token;
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

  private void remember(String token, long subscriber, Purpose purpose) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    insert into token (token_hash, subscriber_id, purpose, created_at)
                    select :hash, s.id, :purpose, :now from subscriber s
                    where s.id = :subscriber
                      and not exists (select 1 from token t where t.token_hash = :hash)
                    """)
                .bind("hash", hash(token))
                .bind("subscriber", subscriber)
                .bind("purpose", word(purpose))
                .bind("now", OffsetDateTime.now(clock))
                .execute());
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
