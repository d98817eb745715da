package dev.paperboy.inbound;

import dev.paperboy.inbound.MailboxSettings.Imap;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to an IMAP server with one folder open. TLS is never optional: where it is asked
 * for, the server offers it and proves its name, or gets no password.
 */
final class ImapConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImapConnection.class);

  private final IMAPStore store;
  private final IMAPFolder folder;

  private ImapConnection(IMAPStore store, IMAPFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * Connects, logs in and opens the folder.
   *
   * @param mode as of {@link Folder}
   */
  static ImapConnection open(
      Imap settings, Timeouts timeouts, @Nullable SSLSocketFactory trust, int mode)
      throws MessagingException {
    Properties properties = properties(settings.server().security(), timeouts);
    if (trust != null) {
      properties.put("mail.imap.ssl.socketFactory", trust);
    }
    String host = settings.server().host();
    int port = settings.server().port();
    // Made here, as asking the session for one searches the whole class path.
    IMAPStore store =
        new IMAPStore(
            Session.getInstance(properties), new URLName("imap", host, port, null, null, null));
    try {
      store.connect(host, port, settings.user(), settings.password());
      IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
      folder.open(mode);
      return new ImapConnection(store, folder);
    } catch (MessagingException | RuntimeException failure) {
      close(store);
      throw failure;
    }
  }

  private static Properties properties(Security security, Timeouts timeouts) {
    Properties properties = new Properties();
    properties.put("mail.imap.ssl.enable", String.valueOf(security == Security.TLS));
    properties.put("mail.imap.starttls.enable", String.valueOf(security == Security.STARTTLS));
    properties.put("mail.imap.starttls.required", String.valueOf(security == Security.STARTTLS));
    properties.put("mail.imap.ssl.checkserveridentity", "true");
    properties.put("mail.imap.connectiontimeout", millis(timeouts.connect()));
    properties.put("mail.imap.timeout", millis(timeouts.read()));
    properties.put("mail.imap.writetimeout", millis(timeouts.write()));
    // In pieces, so that of a large mail no more is fetched than is read.
    properties.put("mail.imap.fetchsize", "65536");
    return properties;
  }

  private static String millis(Duration time) {
    return String.valueOf(time.toMillis());
  }

  IMAPFolder folder() {
    return folder;
  }

  /** Whether the server is still there. */
  boolean isAlive() {
    return folder.isOpen() && store.isConnected();
  }

  /** Whether the server has this capability. */
  boolean can(String capability) throws MessagingException {
    // The store would open a connection of its own to ask.
    return Boolean.TRUE.equals(folder.doCommand(protocol -> protocol.hasCapability(capability)));
  }

  /**
   * Moves a message to a folder beside those of the user, which is made if it is missing.
   *
   * @return false if the server does not let it be moved; the log says so
   */
  boolean move(Message message, String to) throws MessagingException {
    try {
      moveOrThrow(message, to);
      return true;
    } catch (MessagingException refused) {
      if (!isAlive()) {
        throw refused;
      }
      LOG.warn(
          "The mailbox does not let a mail be moved to the folder \"{}\", so it stays: {}",
          to,
          Diagnostic.shown(String.valueOf(refused.getMessage())));
      return false;
    }
  }

  private void moveOrThrow(Message message, String to) throws MessagingException {
    Folder target = besideInbox(to);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    Message[] one = {message};
    if (can("MOVE")) {
      folder.moveMessages(one, target);
    } else {
      folder.copyMessages(one, target);
      folder.setFlags(one, new Flags(Flag.DELETED), true);
      if (can("UIDPLUS")) {
        // Without it, others' deleted mails would go as well (RFC 4315 section 2.1).
        folder.expunge(one);
      }
    }
  }

  /** Some servers have all folders of a user below one prefix, such as INBOX (RFC 2342). */
  private Folder besideInbox(String name) throws MessagingException {
    Folder[] own = store.getPersonalNamespaces();
    return own.length == 0 || own[0].getFullName().isEmpty()
        ? store.getFolder(name)
        : own[0].getFolder(name);
  }

  @Override
  public void close() {
    close(store);
  }

  private static void close(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException | RuntimeException gone) {
      LOG.debug("An IMAP connection did not end well", gone);
    }
  }
}
