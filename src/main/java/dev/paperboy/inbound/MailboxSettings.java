package dev.paperboy.inbound;

import dev.paperboy.mail.SmtpSettings.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where mail that comes in is fetched from.
 *
 * @param checkEvery how often it is looked for
 * @param imap looked at only if its host is not empty
 * @param maildir empty: there is none
 */
public record MailboxSettings(Duration checkEvery, Imap imap, Optional<Path> maildir) {

  /**
   * A mailbox on an IMAP server.
   *
   * @param server an empty host: there is none
   * @param folder the one that mail comes to
   */
  public record Imap(Server server, String user, String password, String folder, Watch watch) {

    /** Whether there is one. */
    public boolean isSet() {
      return !server.host().isEmpty();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Imap[" + server + ", " + folder + "]";
    }
  }

  /** How new mail is noticed, beside looking every now and then. */
  public enum Watch {
    /** The server tells of it at once (RFC 2177), where it can. */
    IDLE,
    /** Not at all. */
    POLL
  }

  /** The same without a mailbox: mail comes in only where it is piped in. */
  public MailboxSettings off() {
    Server server = imap.server();
    Server none = new Server("", server.port(), server.security());
    return new MailboxSettings(
        checkEvery, new Imap(none, "", "", imap.folder(), imap.watch()), Optional.empty());
  }

  /** The mailbox; empty where none is set. */
  public Optional<Mailbox> mailbox() {
    return imap.isSet() ? Optional.of(new ImapMailbox(imap)) : maildir.map(Maildir::new);
  }
}
