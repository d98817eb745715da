package dev.paperboy.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder in place of the world: every mail becomes an {@code .eml} file that any mail program
 * opens, its HTML part lies beside it, and {@code index.html} lists them all. A mail that is sent
 * again with the same Message-ID replaces its own file. May be shared by threads; several processes
 * may write to one folder.
 */
public final class LocalMailbox implements Transport {

  private static final Logger LOG = LoggerFactory.getLogger(LocalMailbox.class);
  private static final int LONGEST_RECIPIENT = 60;

  private final MailboxFolder folder;
  private final MailboxIndex index;
  private final MimeWriter writer;

  /** The folder is made when the first mail comes. */
  public LocalMailbox(Path folder, MimeWriter writer) {
    this.writer = writer;
    this.folder = new MailboxFolder(folder);
    this.index = new MailboxIndex(this.folder);
  }

  @Override
  public String describe() {
    return "local mailbox " + folder.path();
  }

  @Override
  public Connection connect() {
    return new Connection() {
      private boolean changed;

      @Override
      public DeliveryResult send(OutgoingMail mail) {
        changed = true;
        return store(mail);
      }

      @Override
      public void close() {
        if (changed) {
          writeIndex();
        }
      }
    };
  }

  private DeliveryResult store(OutgoingMail mail) {
    try {
      byte[] message = writer.bytes(mail);
      String hash = Fingerprint.of(mail.head().messageId(), 16);
      String name = index.nameWith(hash).orElseGet(() -> name(mail, hash));
      byte[] view = mail.body().shown().toString().getBytes(StandardCharsets.UTF_8);
      folder.write(name + (mail.body().html() == null ? ".txt" : ".html"), view);
      folder.write(name + ".eml", message);
      index.changed(name);
      return new DeliveryResult.Accepted("stored as " + name + ".eml");
    } catch (IllegalArgumentException unfit) {
      return new DeliveryResult.PermanentFailure(Reply.shown(unfit.getMessage()), false);
    } catch (IOException failure) {
      String why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
      return new DeliveryResult.SenderFault(
          Reply.shown("The local mailbox " + folder.path() + " cannot be written: " + why));
    }
  }

  private void writeIndex() {
    try {
      index.write();
    } catch (IOException failure) {
      LOG.warn("The mailbox's index.html could not be written: {}", failure.toString());
    }
  }

  private static String name(OutgoingMail mail, String hash) {
    String recipient =
        mail.envelope()
            .recipient()
            .toString()
            .toLowerCase(Locale.ROOT)
            .replace("@", "-at-")
            .replaceAll("[^a-z0-9.-]", "-");
    return LocalDate.ofInstant(mail.head().date(), ZoneOffset.UTC)
        + "_"
        + MailText.cut(recipient, LONGEST_RECIPIENT)
        + "_"
        + hash;
  }
}
