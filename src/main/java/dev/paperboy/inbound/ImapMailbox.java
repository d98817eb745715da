package dev.paperboy.inbound;

import dev.paperboy.inbound.MailboxSettings.Imap;
import dev.paperboy.mail.Fingerprint;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A folder on an IMAP server (RFC 3501). Unread mails are read; those a person has opened are left
 * alone. What is done with goes to the folder {@link Mailbox#HANDLED}, what is set aside to {@link
 * Mailbox#SET_ASIDE}; both are made when they are needed. Each reading is a connection of its own.
 */
public final class ImapMailbox implements Mailbox {

  private static final int PAGE = 500;

  private static final Timeouts PATIENCE =
      new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(60));

  private final Imap settings;
  private final Timeouts timeouts;
  private final @Nullable SSLSocketFactory trust;

  public ImapMailbox(Imap settings) {
    this(settings, PATIENCE, null);
  }

  /** One that waits for the server no longer than this at each step. */
  public ImapMailbox(Imap settings, Timeouts timeouts) {
    this(settings, timeouts, null);
  }

  /**
   * @param trust makes TLS sockets; null: those of Java, which trust the certificates Java trusts
   */
  ImapMailbox(Imap settings, Timeouts timeouts, @Nullable SSLSocketFactory trust) {
    this.settings = settings;
    this.timeouts = timeouts;
    this.trust = trust;
  }

  @Override
  public String describe() {
    Server server = settings.server();
    String security = server.security() == Security.NONE ? "no TLS" : server.security().name();
    return "IMAP " + server.host() + ":" + server.port() + " (" + security + ")";
  }

  @Override
  public Open open() {
    return new Reading(connect(Folder.READ_WRITE));
  }

  /**
   * Looks at the mailbox and changes nothing.
   *
   * @return what was found, in words
   * @throws MailboxUnavailable if it cannot be read
   */
  public String probe() {
    ImapConnection connection = connect(Folder.READ_ONLY);
    try (Open reading = new Reading(connection)) {
      String idle =
          connection.can("IDLE")
              ? "tells of new mail at once"
              : "cannot tell of new mail (no IDLE)";
      int unread = reading.waiting().size();
      return "%s takes the login and %s; %s unread in %s"
          .formatted(
              describe(), idle, unread < PAGE ? unread : "at least " + PAGE, settings.folder());
    } catch (MessagingException failure) {
      throw ImapTrouble.explain(settings, failure);
    }
  }

  /**
   * A connection with the folder open.
   *
   * @param mode as of {@link Folder}
   */
  ImapConnection connect(int mode) {
    try {
      return ImapConnection.open(settings, timeouts, trust, mode);
    } catch (MessagingException failure) {
      throw ImapTrouble.explain(settings, failure);
    }
  }

  private final class Reading implements Open {

    private final ImapConnection connection;

    Reading(ImapConnection connection) {
      this.connection = connection;
    }

    @Override
    public List<WaitingMail> waiting() {
      try {
        Message[] unread = connection.folder().search(new FlagTerm(new Flags(Flag.SEEN), false));
        Message[] first = Arrays.copyOf(unread, Math.min(unread.length, PAGE));
        FetchProfile wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        wanted.add(FetchProfile.Item.SIZE);
        wanted.add(FetchProfile.Item.FLAGS);
        connection.folder().fetch(first, wanted);
        String place =
            String.join(
                "\n",
                settings.server().host(),
                settings.user(),
                settings.folder(),
                String.valueOf(connection.folder().getUIDValidity()));
        List<WaitingMail> mails = new ArrayList<>();
        for (Message message : first) {
          // In the order of arrival: numbers only grow (RFC 3501 section 2.3.1.2).
          if (!message.isExpunged() && !message.isSet(Flag.DELETED)) {
            String key = Fingerprint.of(place + "\n" + connection.folder().getUID(message), 64);
            mails.add(new ImapMail((IMAPMessage) message, key, connection, settings));
          }
        }
        return mails;
      } catch (MessagingException | IllegalStateException failure) {
        throw ImapTrouble.explain(settings, failure);
      }
    }

    @Override
    public int page() {
      return PAGE;
    }

    @Override
    public boolean isUsable() {
      return connection.isAlive();
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
