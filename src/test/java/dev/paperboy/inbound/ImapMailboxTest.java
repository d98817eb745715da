package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.TestClock;
import dev.paperboy.inbound.MailboxSettings.Imap;
import dev.paperboy.inbound.MailboxSettings.Watch;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.inbound.TestMailbox.OnServer;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IMAP servers as they are: with less than all extensions, wrong, slow and gone. */
class ImapMailboxTest {

  private static final String MAIL = "Subject: %s\r\n\r\nHello.\r\n";

  private final OnServer server = new OnServer();
  private final TestClock clock = new TestClock("2025-12-05T08:00:00Z");
  private final Store store = TestDatabase.H2.emptied();
  private final List<String> taken = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "MOVE", "MOVE|UIDPLUS"})
  void a_server_that_cannot_move_has_mails_copied_and_deleted(String missing) {
    server.deliver(MAIL.formatted("one"));
    server.deliver(MAIL.formatted("two"));
    try (ImapProxy proxy =
        ImapProxy.before(
            server.port(), answer -> answer.replaceAll("\\b(" + missing + ")\\b", "X"))) {
      assertThat(read(proxy)).isEqualTo(new MailboxPass(2, 0, 0));
      assertThat(proxy.commands().contains("MOVE")).isEqualTo(missing.equals("NONE"));
    }
    assertThat(taken).containsExactly("one", "two");
    assertThat(server.unread()).isEmpty();
    assertThat(server.handled()).hasSize(2);
    assertThat(read(server.port())).isEqualTo(MailboxPass.NOTHING);
  }

  @Test
  void a_server_that_lies_about_a_size_gets_no_more_read_than_the_limit() {
    server.deliver(MAIL.formatted("liar") + "x".repeat(2_000_000));
    try (ImapProxy proxy =
        ImapProxy.before(
            server.port(), answer -> answer.replaceAll("RFC822.SIZE \\d+", "RFC822.SIZE 40"))) {
      List<Integer> lengths = new ArrayList<>();
      MailboxReader reader =
          new MailboxReader(
              server.mailbox(proxy.port()),
              message -> {
                lengths.add(message.length);
                return new Outcome(Kind.REFUSED, "too large");
              },
              new MailboxFailures(store, clock),
              new MailboxLease(store, clock),
              clock);
      assertThat(reader.read(() -> true)).isEqualTo(new MailboxPass(0, 1, 0));
      assertThat(lengths).containsExactly(256 * 1024 + 1);
    }
  }

  @Test
  void a_connection_that_breaks_at_one_mail_delays_that_mail_and_no_other() {
    server.deliver(MAIL.formatted("one"));
    server.deliver(MAIL.formatted("breaker"));
    server.deliver(MAIL.formatted("three"));
    try (ImapProxy proxy =
        ImapProxy.before(
            server.port(), answer -> answer.replace("Subject: breaker", "Subj" + ImapProxy.CUT))) {
      assertThatThrownBy(() -> read(proxy))
          .isInstanceOf(MailboxUnavailable.class)
          .hasMessageContaining("The mailbox on 127.0.0.1:" + proxy.port() + " cannot be read");
      assertThat(taken).containsExactly("one");

      assertThat(read(proxy)).isEqualTo(new MailboxPass(1, 0, 0));
      assertThat(taken).containsExactly("one", "three");
      for (int i = 0; i < 4; i++) {
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> read(proxy)).isInstanceOf(MailboxUnavailable.class);
      }
      clock.advance(Duration.ofHours(1));
      assertThat(read(proxy)).as("without fetching it").isEqualTo(new MailboxPass(0, 1, 0));
    }
    assertThat(server.setAside()).singleElement().asString().contains("breaker");
    assertThat(server.unread()).isEmpty();
  }

  @Test
  void a_server_that_breaks_while_it_puts_a_mail_away_gets_it_handled_again() {
    server.deliver(MAIL.formatted("one"));
    AtomicBoolean broken = new AtomicBoolean();
    try (ImapProxy proxy =
        ImapProxy.before(
            server.port(),
            answer ->
                answer.contains("FLAGS (\\Seen)") && !broken.getAndSet(true)
                    ? ImapProxy.CUT
                    : answer)) {
      assertThatThrownBy(() -> read(proxy)).isInstanceOf(MailboxUnavailable.class);
      assertThat(broken).isTrue();
      assertThat(read(proxy).failed()).isZero();
    }
    assertThat(taken).contains("one");
    assertThat(server.unread()).isEmpty();
  }

  @Test
  void a_server_that_ignores_partial_fetches_gets_no_more_read_than_the_limit() {
    server.deliver(MAIL.formatted("large") + "x".repeat(1_000_000));
    server.deliver(MAIL.formatted("small"));
    try (ImapProxy proxy =
        ImapProxy.changing(server.port(), command -> command.replaceAll("\\]<\\d+\\.\\d+>", "]"))) {
      assertThat(read(proxy)).isEqualTo(new MailboxPass(2, 0, 0));
    }
    assertThat(taken).containsExactly("large", "small");
  }

  @Test
  void a_server_that_refuses_to_mark_a_mail_stops_nothing() {
    server.deliver(MAIL.formatted("one"));
    server.deliver(MAIL.formatted("two"));
    try (ImapProxy proxy =
        ImapProxy.before(
            server.port(),
            answer -> answer.replaceAll("(?m)^(A\\d+) OK STORE", "$1 NO STORE refused"))) {
      assertThat(read(proxy)).isEqualTo(new MailboxPass(2, 0, 0));
    }
    assertThat(taken).containsExactly("one", "two");
  }

  @Test
  void a_server_that_refuses_one_mail_stops_nothing_but_that_mail() {
    server.deliver(MAIL.formatted("one"));
    server.deliver(MAIL.formatted("two"));
    server.deliver(MAIL.formatted("three"));
    AtomicInteger fetches = new AtomicInteger();
    try (ImapProxy proxy =
        ImapProxy.changing(
            server.port(),
            command ->
                command.contains("(BODY") && fetches.incrementAndGet() == 2
                    ? command.replace("(BODY", "(NOSUCHITEM")
                    : command)) {
      assertThat(read(proxy)).isEqualTo(new MailboxPass(2, 0, 1));
    }
    assertThat(taken).containsExactly("one", "three");
    assertThat(server.unread()).singleElement().asString().contains("two");
  }

  @Test
  void a_wrong_password_says_what_to_check_and_shows_no_secret() {
    ImapMailbox mailbox =
        new ImapMailbox(OnServer.settings(server.port(), "tell nobody"), quickly());
    assertThatThrownBy(mailbox::open)
        .isInstanceOf(MailboxUnavailable.class)
        .hasMessageStartingWith("The mailbox on 127.0.0.1:" + server.port() + " refuses the login")
        .hasMessageContaining("Check inbound.imap.user and password")
        .hasMessageNotContaining("tell nobody");
    assertThat(OnServer.settings(1, "tell nobody").toString()).doesNotContain("tell nobody");
  }

  @Test
  void a_missing_folder_a_wrong_port_and_a_strange_host_are_told_apart() {
    assertThatThrownBy(mailbox("127.0.0.1", server.port(), Security.NONE, "Papers")::open)
        .hasMessageContaining("has no folder \"Papers\". Check inbound.imap.folder.");
    assertThatThrownBy(mailbox("127.0.0.1", 1, Security.NONE, "INBOX")::open)
        .hasMessageContaining(
            "cannot be read (Connection refused). Check inbound.imap: host, port");
    assertThatThrownBy(mailbox("nowhere.invalid", 993, Security.TLS, "INBOX")::open)
        .hasMessageContaining("unknown host nowhere.invalid");
    assertThatThrownBy(mailbox("127.0.0.1", server.port(), Security.STARTTLS, "INBOX")::open)
        .hasMessageContaining("STARTTLS");
    assertThatThrownBy(mailbox("127.0.0.1", server.port(), Security.TLS, "INBOX")::open)
        .hasMessageContaining("Check inbound.imap: security");
  }

  @Test
  void a_look_of_the_doctor_changes_nothing() {
    server.deliver(MAIL.formatted("one"));
    assertThat(server.mailbox().probe())
        .isEqualTo(
            "IMAP 127.0.0.1:%d (no TLS) takes the login and tells of new mail at once; 1 unread in"
                    .formatted(server.port())
                + " INBOX");
    assertThat(server.unread()).hasSize(1);
  }

  private MailboxPass read(ImapProxy proxy) {
    return read(proxy.port());
  }

  private MailboxPass read(int port) {
    return new MailboxReader(
            server.mailbox(port),
            message -> {
              taken.add(
                  new String(message, StandardCharsets.ISO_8859_1)
                      .replaceAll("(?s).*Subject: (\\w+).*", "$1"));
              return new Outcome(Kind.RECORDED, "done");
            },
            new MailboxFailures(store, clock),
            new MailboxLease(store, clock),
            clock)
        .read(() -> true);
  }

  private static ImapMailbox mailbox(String host, int port, Security security, String folder) {
    return new ImapMailbox(
        new Imap(new Server(host, port, security), "papers", OnServer.PASSWORD, folder, Watch.IDLE),
        quickly());
  }

  private static Timeouts quickly() {
    return new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3));
  }
}
