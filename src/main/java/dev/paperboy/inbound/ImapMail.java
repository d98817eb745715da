package dev.paperboy.inbound;

import dev.paperboy.inbound.MailboxSettings.Imap;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An unread message of an IMAP folder. */
record ImapMail(IMAPMessage message, String key, ImapConnection connection, Imap settings)
    implements WaitingMail {

  private static final Logger LOG = LoggerFactory.getLogger(ImapMail.class);

  @Override
  public long size() {
    try {
      return message.getSizeLong();
    } catch (MessagingException | RuntimeException failure) {
      throw ImapTrouble.explain(settings, failure);
    }
  }

  @Override
  public Optional<byte[]> content(int most) {
    message.setPeek(true);
    try (InputStream in = message.getMimeStream()) {
      byte[] content = in.readNBytes(most);
      // Some servers send nothing of a mail that another client has deleted.
      return content.length == 0 && size() > 0 ? Optional.empty() : Optional.of(content);
    } catch (MessagingException | IOException | RuntimeException failure) {
      if (message.isExpunged()) {
        return Optional.empty();
      }
      throw ImapTrouble.explain(settings, failure);
    }
  }

  @Override
  public void handled() {
    change(
        () -> {
          markAsRead();
          connection.move(message, Mailbox.HANDLED);
        });
  }

  /** Unread there, so that mail programs show it; where it has to stay, it is flagged. */
  @Override
  public void setAside() {
    change(
        () -> {
          if (!connection.move(message, Mailbox.SET_ASIDE)) {
            message.setFlag(Flag.FLAGGED, true);
            message.setFlag(Flag.SEEN, true);
          }
        });
  }

  /** A server that refuses may still let it be moved. */
  private void markAsRead() throws MessagingException {
    try {
      message.setFlag(Flag.SEEN, true);
    } catch (MessageRemovedException gone) {
      throw gone;
    } catch (MessagingException refused) {
      if (!connection.isAlive()) {
        throw refused;
      }
      LOG.warn(
          "The mailbox does not let a mail be marked as read: {}",
          Diagnostic.shown(String.valueOf(refused.getMessage())));
    }
  }

  private void change(Change change) {
    try {
      change.make();
    } catch (MessageRemovedException gone) {
      // Somebody else took it.
    } catch (MessagingException | RuntimeException failure) {
      throw ImapTrouble.explain(settings, failure);
    }
  }

  private interface Change {
    void make() throws MessagingException;
  }
}
