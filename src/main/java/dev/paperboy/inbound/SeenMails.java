package dev.paperboy.inbound;

import dev.paperboy.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for ninety days which mails have come in. Two are the same if they came to the same
 * address with the same Message-ID and the same content; without a Message-ID, if date, subject,
 * sender and content are the same. The lines that servers add on the way do not count. Threads may
 * share it.
 */
final class SeenMails {

  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final Jdbi jdbi;
  private final Clock clock;

  SeenMails(Store store, Clock clock) {
    this.jdbi = store.jdbi();
    this.clock = clock;
  }

  /** Remembers it, and forgets old ones. False if it has come in before. */
  boolean isNew(String fingerprint) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbi.withHandle(
        db -> {
          db.createUpdate("delete from seen_mail where received_at < :horizon")
              .bind("horizon", now.minus(REMEMBERED))
              .execute();
          return db.createUpdate(
                      """
                      insert into seen_mail (mail_hash, received_at)
                      select cast(:hash as varchar(64)), :now
                      where not exists (select 1 from seen_mail where mail_hash = :hash)
                      """)
                  .bind("hash", fingerprint)
                  .bind("now", now)
                  .execute()
              == 1;
        });
  }

  /** What tells a mail from all others: 64 hexadecimal digits. */
  static String fingerprint(InboundMail mail, @Nullable String recipient) {
    // A line break stands in no address and no field.
    String whole =
        String.join("\n", String.valueOf(recipient), identity(mail), mail.root().octets());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /** Its Message-ID; without one, what tells it from others that say the same. */
  private static String identity(InboundMail mail) {
    return mail.messageId().isEmpty()
        ? Stream.of("Date", "Subject", "From")
            .map(name -> mail.root().field(name).orElse(""))
            .collect(Collectors.joining("\n"))
        : mail.messageId();
  }
}
