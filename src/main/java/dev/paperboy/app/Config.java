package dev.paperboy.app;

import dev.paperboy.dump.DumpSettings;
import dev.paperboy.inbound.MailboxSettings;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.DkimSettings;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.mail.SmtpSettings;
import dev.paperboy.outbox.DeliverySettings;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.web.OperatorSettings;
import dev.paperboy.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config.yml} says, every default filled in. Folders are absolute.
 *
 * @param digest the wishes of readers whose interests do not say
 */
public record Config(
    Folders folders,
    Mailing mailing,
    StoreSettings store,
    DumpSettings dumps,
    DigestWishes digest,
    MailboxSettings inbound,
    WebSettings web,
    OperatorSettings operator) {

  private static final Duration ANY_AGE = Duration.ofDays(365_000);

  /**
   * The same for a try-out: what is written lies below the folder, mails stay unsigned in the local
   * mailbox there, none is held back, none is fetched, and no dump is too old to be mailed.
   */
  public Config inScratch(Path folder) {
    Path data = folder.resolve("data");
    return new Config(
        new Folders(data, folders.templates()),
        new Mailing(
            TransportChoice.MAILBOX,
            mailing.smtp(),
            mailing.sender(),
            null,
            mailing.delivery().unlimited(),
            mailing.dkim().off()),
        new StoreSettings(StoreSettings.embeddedIn(data), "sa", "", store.connections()),
        new DumpSettings(
            folder.resolve("dumps"), dumps.checkEvery(), dumps.settle(), dumps.maxBytes(), ANY_AGE),
        digest,
        inbound.off(),
        web,
        operator);
  }

  /**
   * Where things lie.
   *
   * @param data written to: the database and the local mailbox
   * @param templates read: the texts of mails and pages
   */
  public record Folders(Path data, Path templates) {}

  /**
   * How mails leave.
   *
   * @param smtp looked at only if it is the transport
   * @param operator who is told by mail what goes wrong; null: nobody
   */
  public record Mailing(
      TransportChoice transport,
      SmtpSettings smtp,
      SenderSettings sender,
      @Nullable EmailAddress operator,
      DeliverySettings delivery,
      DkimSettings dkim) {}

  /** Where mails go. */
  public enum TransportChoice {
    /** Into the local mailbox: for a first look, nothing leaves the machine. */
    MAILBOX,
    /** To an SMTP server. */
    SMTP
  }
}
