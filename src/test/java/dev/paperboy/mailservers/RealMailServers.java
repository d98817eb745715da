package dev.paperboy.mailservers;

import dev.paperboy.ProgramPath;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Postfix and Dovecot on free ports of loopback, in a folder of their own; those of the
 * system are left alone. Postfix delivers into maildirs that Dovecot serves by IMAP, takes {@code
 * name+tag@} for {@code name@}, and sends back what it cannot deliver.
 *
 * <p>Where they are missing, or Java does not run as root, the tests are skipped with a word; with
 * {@code -Dmailservers.required=true} they fail.
 */
public final class RealMailServers implements AutoCloseable {

  /** Of every user of Dovecot. */
  public static final String PASSWORD = "sesame";

  private static final List<String> PROGRAMS = List.of("postfix", "smtp-sink", "dovecot");
  private static final Path IMAP = Path.of("/usr/lib/dovecot/imap");

  private final Path folder;
  private final Path mail;
  private final Postfix postfix;
  private final Dovecot dovecot;

  private RealMailServers(Path folder, Map<String, String> mailboxes, Map<String, Integer> relays) {
    this.folder = folder;
    this.mail = ServerFolder.owned(ServerFolder.made(folder.resolve("mail")), "nobody");
    this.dovecot = new Dovecot(folder, mail, PASSWORD);
    try {
      this.postfix = new Postfix(folder, mail, mailboxes, relays);
    } catch (RuntimeException e) {
      dovecot.close();
      throw e;
    }
  }

  /** Starts both. Mail to other addresses of the same domains bounces. */
  public static RealMailServers start(String... addresses) {
    return start(Map.of(), addresses);
  }

  /**
   * Starts both.
   *
   * @param relays domains whose mail goes on to a port of loopback
   * @param addresses that have a mailbox, each with a local part of its own, which is also the name
   *     to log in with
   */
  public static RealMailServers start(Map<String, Integer> relays, String... addresses) {
    assumeInstalled();
    Map<String, String> mailboxes = new HashMap<>();
    for (String address : addresses) {
      mailboxes.put(address, address.substring(0, address.indexOf('@')));
    }
    return new RealMailServers(ServerFolder.temporary(), mailboxes, relays);
  }

  /** Skips the test where it cannot run. */
  public static void assumeInstalled() {
    boolean here =
        PROGRAMS.stream().allMatch(name -> ProgramPath.find(name).isPresent())
            && Files.exists(IMAP)
            && "root".equals(System.getProperty("user.name"));
    if (!here && Boolean.getBoolean("mailservers.required")) {
      throw new AssertionError("Install postfix and dovecot-imapd, and run as root.");
    }
    Assumptions.assumeTrue(
        here,
        "no Postfix and Dovecot on the PATH, or not root; on Debian: apt-get install postfix"
            + " dovecot-imapd");
  }

  /** Takes mail for everybody, without TLS or login. */
  public int smtpPort() {
    return postfix.port();
  }

  /**
   * Hands a message to Postfix.
   *
   * @param from of the envelope, where a bounce goes
   */
  public void send(String from, String to, String message) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(smtpPort()));
    properties.put("mail.smtp.from", from);
    properties.put("mail.smtp.timeout", "10000");
    try {
      Transport.send(
          new MimeMessage(
              Session.getInstance(properties),
              new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1))),
          InternetAddress.parse(to));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without TLS; every user's password is {@link #PASSWORD}. */
  public int imapPort() {
    return dovecot.port();
  }

  /** All that they write lies here; gone when they are closed. */
  Path folder() {
    return folder;
  }

  /** The maildir behind a mailbox. */
  public Path maildir(String user) {
    return mail.resolve(user);
  }

  /** The mails in a mailbox's inbox, read or not, in no order; an octet is a character. */
  public List<String> inbox(String user) {
    return Stream.of("new", "cur")
        .map(maildir(user)::resolve)
        .filter(Files::isDirectory)
        .flatMap(RealMailServers::filesIn)
        .map(ServerFolder::read)
        .filter(mail -> !mail.isEmpty())
        .toList();
  }

  private static Stream<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What both wrote into their logs, for the message of a failed test. */
  public String logs() {
    return postfix.log() + dovecot.log();
  }

  @Override
  public void close() {
    postfix.close();
    dovecot.close();
    ServerFolder.delete(folder);
  }
}
