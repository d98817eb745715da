package dev.paperboy.inbound;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.paperboy.inbound.MailboxSettings.Imap;
import dev.paperboy.inbound.MailboxSettings.Watch;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A mailbox as a mail server sees it: it delivers there, and looks what became of the mails. */
interface TestMailbox extends AutoCloseable {

  /** Of each kind of mailbox. */
  enum Kind {
    IMAP,
    MAILDIR;

    TestMailbox open(Path folder) {
      return this == IMAP ? new OnServer() : new InFiles(folder.resolve("Maildir"));
    }
  }

  /** The same for who reads it. */
  Mailbox mailbox();

  /** Later ones are younger. */
  void deliver(String mail);

  /** Unread in the inbox, oldest first, as octets. */
  List<String> unread();

  /** Read or not, in the place for mails that are done with; each was read. */
  List<String> handled();

  /** Unread in the place for mails that are set aside. */
  List<String> setAside();

  /** Somebody takes all mail out of the inbox. */
  void empty();

  @Override
  void close();

  /** A real IMAP server in memory. */
  final class OnServer implements TestMailbox {

    static final String PASSWORD = "correct horse";

    private static final Timeouts TIMEOUTS =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
    private final GreenMailUser user;

    OnServer() {
      server.start();
      user = server.setUser("papers@example.org", "papers", PASSWORD);
    }

    int port() {
      return server.getImap().getPort();
    }

    @Override
    public ImapMailbox mailbox() {
      return mailbox(port());
    }

    /** By way of another port. */
    ImapMailbox mailbox(int port) {
      return new ImapMailbox(settings(port, PASSWORD), TIMEOUTS);
    }

    static Imap settings(int port, String password) {
      return new Imap(
          new Server("127.0.0.1", port, Security.NONE), "papers", password, "INBOX", Watch.IDLE);
    }

    @Override
    public void deliver(String mail) {
      try {
        user.deliver(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(Corpus.octets(mail))));
      } catch (MessagingException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public List<String> unread() {
      return mails("INBOX", false);
    }

    @Override
    public List<String> handled() {
      return mails(Mailbox.HANDLED, true);
    }

    @Override
    public List<String> setAside() {
      return mails(Mailbox.SET_ASIDE, false);
    }

    private List<String> mails(String folder, boolean read) {
      MailFolder found = server.getManagers().getImapHostManager().getFolder(user, folder);
      return found == null
          ? List.of()
          : found.getMessages().stream()
              .filter(mail -> mail.isSet(Flag.SEEN) == read && !mail.isSet(Flag.DELETED))
              .map(OnServer::octets)
              .toList();
    }

    private static String octets(StoredMessage stored) {
      try {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stored.getMimeMessage().writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
      } catch (IOException | MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void empty() {
      try {
        server.getManagers().getImapHostManager().getInbox(user).deleteAllMessages();
      } catch (FolderException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      server.stop();
    }
  }

  /** A folder as Postfix and Dovecot write it. */
  record InFiles(Path folder) implements TestMailbox {

    public InFiles {
      try {
        for (String part : List.of("tmp", "new", "cur")) {
          Files.createDirectories(folder.resolve(part));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Mailbox mailbox() {
      return new Maildir(folder);
    }

    @Override
    public void deliver(String mail) {
      long number = files("new").size() + files("cur").size();
      // Names say nothing of the order.
      Path file = folder.resolve("new").resolve((9999 - number) + ".M1P2.mx.example.org");
      try {
        Files.write(file, Corpus.octets(mail));
        Files.setLastModifiedTime(
            file, FileTime.from(Instant.parse("2025-12-05T00:00:00Z").plusSeconds(number)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<String> unread() {
      return files("new").stream().map(InFiles::read).toList();
    }

    @Override
    public List<String> handled() {
      return files("cur").stream()
          .filter(file -> file.toString().endsWith(":2,S"))
          .map(InFiles::read)
          .toList();
    }

    @Override
    public List<String> setAside() {
      return files("." + Mailbox.SET_ASIDE + "/cur").stream()
          .filter(file -> file.toString().endsWith(":2,"))
          .map(InFiles::read)
          .toList();
    }

    private List<Path> files(String part) {
      if (!Files.isDirectory(folder.resolve(part))) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder.resolve(part))) {
        return files.sorted(Comparator.reverseOrder()).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String read(Path file) {
      try {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void empty() {
      files("new").forEach(file -> file.toFile().delete());
    }

    @Override
    public void close() {}
  }
}
