package dev.paperboy.inbound;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The right to read the mailbox, which one process on a database has at a time. It ends by itself
 * some minutes after its holder died. Threads may share it.
 */
public final class MailboxLease {

  /** Longer than it takes to fetch, handle and move one mail. */
  static final Duration LENGTH = Duration.ofMinutes(10);

  private final Jdbi jdbi;
  private final Clock clock;
  private final boolean alone;
  private final String owner = UUID.randomUUID().toString();

  public MailboxLease(Store store, Clock clock) {
    this.jdbi = store.jdbi();
    this.clock = clock;
    this.alone = store.embedded();
  }

  /** Takes or keeps it; false if another process has it. Of an embedded store nobody else can. */
  boolean take() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        """
                        update mailbox_lease set lease_owner = :owner, lease_until = :until
                        where :alone or lease_owner is null or lease_owner = :owner
                          or lease_until < :now
                        """)
                    .bind("owner", owner)
                    .bind("until", now.plus(LENGTH))
                    .bind("alone", alone)
                    .bind("now", now)
                    .execute())
        == 1;
  }

  /** Lets another process have it. */
  void release() {
    jdbi.useHandle(
        db ->
            db.execute("update mailbox_lease set lease_owner = null where lease_owner = ?", owner));
  }
}
