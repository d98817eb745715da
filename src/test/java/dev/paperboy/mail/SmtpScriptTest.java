package dev.paperboy.mail;

import static dev.paperboy.mail.ScriptedSmtpServer.CLOSE;
import static dev.paperboy.mail.ScriptedSmtpServer.DRIP;
import static dev.paperboy.mail.ScriptedSmtpServer.HANG;
import static dev.paperboy.mail.ScriptedSmtpServer.THEN_CLOSE;
import static dev.paperboy.mail.ScriptedSmtpServer.THEN_DEAF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail at each end an SMTP dialogue can take, with and without PIPELINING. */
@ParameterizedClass(name = "pipelining {0}")
@ValueSource(booleans = {false, true})
class SmtpScriptTest {

  private static final String PASSWORD = "correct horse";

  private final boolean pipelining;
  private ScriptedSmtpServer server;

  SmtpScriptTest(boolean pipelining) {
    this.pipelining = pipelining;
  }

  /** Short only where the server hangs: a busy machine must not look like a broken server. */
  private Duration patience = Duration.ofSeconds(20);

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedSmtpServer().pipelining(pipelining);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void a_mail_that_the_server_takes_is_accepted_with_its_reply() {
    server.answering("DOT", "250 2.0.0 queued as 4711");

    assertThat(send()).isEqualTo(new Accepted("250 2.0.0 queued as 4711"));
    assertThat(server.commands())
        .contains("MAIL FROM:<bounce@paperboy.example>", "RCPT TO:<ada@example.org>");
    assertThat(server.messages())
        .containsExactly(
            new String(
                new MimeWriter(DkimSigner.NONE).bytes(Mails.to("ada@example.org")),
                StandardCharsets.US_ASCII));
  }

  @Test
  void any_yes_to_the_final_dot_is_a_yes() {
    server.answering("DOT", "252 cannot promise, but have it");

    assertThat(send()).isInstanceOf(Accepted.class);
  }

  @Test
  void an_absent_server_is_our_fault() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }

    DeliveryResult result = send(settings(port, Security.NONE, ""));

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("127.0.0.1:" + port, "refused");
  }

  @Test
  void a_host_that_does_not_take_the_call_is_our_fault() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      boolean full = false;
      while (!full) {
        Socket caller = new Socket();
        waiting.add(caller);
        try {
          caller.connect(deaf.getLocalSocketAddress(), 500);
        } catch (SocketTimeoutException queueIsFull) {
          full = true;
        }
      }

      DeliveryResult result = send(settings(deaf.getLocalPort(), Security.NONE, ""));

      assertThat(result).isInstanceOf(SenderFault.class);
      assertThat(result.reply()).contains("timed out");
    } finally {
      for (Socket caller : waiting) {
        caller.close();
      }
    }
  }

  @Test
  void a_host_that_does_not_exist_is_our_fault() {
    SmtpSettings settings =
        new SmtpSettings(new Server("smtp.invalid", 25, Security.NONE), "", "", timeouts(), 10);

    assertThat(send(settings)).isInstanceOf(SenderFault.class);
  }

  @Test
  void a_server_that_turns_us_away_at_the_door_is_our_fault() {
    server.answering("BANNER", "554 5.7.1 not from your network");

    DeliveryResult result = send();

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("not from your network");
  }

  @Test
  void a_server_that_never_greets_is_our_fault() {
    server.answering("BANNER", hanging());

    assertThat(send()).isInstanceOf(SenderFault.class);
  }

  @Test
  void without_starttls_nothing_is_sent_where_it_is_required() {
    DeliveryResult result = send(settings(server.port(), Security.STARTTLS, ""));

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("STARTTLS");
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void a_server_without_tls_on_the_tls_port_is_our_fault() {
    assertThat(send(settings(server.port(), Security.TLS, ""))).isInstanceOf(SenderFault.class);
  }

  @Test
  void a_refused_login_is_our_fault_and_the_password_is_not_told() {
    String secret =
        Base64.getEncoder().encodeToString(("\0boy\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    server
        .answering("EHLO", "250-scripted\r\n250 AUTH PLAIN")
        .answering("AUTH", "535 5.7.8 no: " + PASSWORD + " " + secret);

    DeliveryResult result = send(settings(server.port(), Security.NONE, "boy"));

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("5.7.8", "***").doesNotContain(PASSWORD, secret);
  }

  @Test
  void a_server_without_login_gets_nothing_from_a_configured_user() {
    DeliveryResult result = send(settings(server.port(), Security.NONE, "boy"));

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void without_a_user_no_login_is_tried() {
    server.answering("EHLO", "250-scripted\r\n250 AUTH PLAIN");

    assertThat(send()).isInstanceOf(Accepted.class);
    assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"550 5.7.1 sender refused", "530 log in first", "452 4.3.1 disk full", "503 no"})
  void a_refused_sender_is_our_fault(String reply) {
    server.answering("MAIL", reply);

    assertThat(send()).isEqualTo(new SenderFault(reply));
  }

  @ParameterizedTest
  @CsvSource({
    "BANNER, 421 4.7.0 too many connections",
    "BANNER, 450 busy",
    "BANNER, 554 no",
    "BANNER, (close)",
    "EHLO, (close)",
    "EHLO, (hang)",
    "MAIL, 421 4.7.0 too many messages",
    "MAIL, 451 later"
  })
  void what_ends_before_a_recipient_is_named_is_about_no_recipient(String stage, String answer) {
    server.answering(stage, answer.equals(HANG) ? hanging() : answer);

    assertThat(send()).isInstanceOf(SenderFault.class);
    assertThat(server.messages()).isEmpty();
    if (!pipelining) {
      assertThat(server.commands()).noneMatch(command -> command.startsWith("RCPT"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"454 4.7.0 no TLS now", "501 5.5.4 no TLS for you", CLOSE, HANG})
  void a_refused_starttls_is_our_fault_and_nothing_goes_in_clear(String answer) {
    server
        .answering("EHLO", "250-scripted\r\n250 STARTTLS")
        .answering("STARTTLS", answer.equals(HANG) ? hanging() : answer);

    assertThat(send(settings(server.port(), Security.STARTTLS, "")))
        .isInstanceOf(SenderFault.class);
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "454 4.7.0 try later",
        "421 4.7.0 enough",
        "535 5.7.8 no",
        "500 what",
        CLOSE,
        HANG
      })
  void a_login_that_does_not_succeed_is_our_fault_however_it_ends(String answer) {
    server
        .answering("EHLO", "250-scripted\r\n250 AUTH PLAIN")
        .answering("AUTH", answer.equals(HANG) ? hanging() : answer);

    assertThat(send(settings(server.port(), Security.NONE, "boy"))).isInstanceOf(SenderFault.class);
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BANNER", "EHLO", "MAIL", "RCPT", "DATA", "DOT"})
  void a_server_that_drips_its_answers_is_heard_to_the_end(String stage) {
    patience = Duration.ofSeconds(2);
    String code = stage.equals("BANNER") ? "220" : stage.equals("DATA") ? "354" : "250";
    server.answering(stage, DRIP + code + " this takes longer than the time-out");

    assertThat(send()).isInstanceOf(Accepted.class);
    assertThat(server.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"RCPT, TransientFailure", "DOT, InDoubt"})
  void a_server_that_drips_without_an_end_is_left(String stage, String outcome) {
    patience = Duration.ofMillis(500);
    server.answering(stage, DRIP + "250 " + "drip ".repeat(2000));

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(send().getClass().getSimpleName()).isEqualTo(outcome));
  }

  @Test
  void a_server_that_stops_reading_in_the_middle_of_the_message_has_not_got_it() {
    server.answering("DATA", "354 go on" + THEN_DEAF);
    OutgoingMail huge = Mails.saying("Big", "x ".repeat(8_000_000), null);

    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(huge)).isInstanceOf(TransientFailure.class);
    }
  }

  @Test
  void a_server_without_8bitmime_and_smtputf8_gets_a_mail_it_can_take() {
    server.answering("EHLO", "250 scripted");
    OutgoingMail mail = Mails.saying("Grüße", "Schöne Aufsätze", "<p>Schöne Aufsätze</p>");
    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(mail)).isInstanceOf(Accepted.class);
    }

    assertThat(server.messages().get(0)).isNotEmpty().matches("[\\x00-\\x7f]*");
    assertThat(server.commands()).noneMatch(line -> line.contains("BODY=8BITMIME"));
    assertThat(server.commands()).noneMatch(line -> line.contains("SMTPUTF8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 421 4.3.2 shutting down | DOMAIN",
        "RCPT | 451 4.7.650 rate limited due to IP reputation | DOMAIN",
        "RCPT | 450 too many recipients this hour | DOMAIN",
        "DOT | 421 4.7.28 Gmail has detected an unusual rate of mail | DOMAIN",
        "RCPT | 450 4.7.1 Greylisted for 300 seconds | RECIPIENT",
        "RCPT | 450 4.2.1 receiving mail at a rate that prevents more | RECIPIENT",
        "RCPT | 552 5.2.2 mailbox full | RECIPIENT",
        "RCPT | 451 4.3.0 later | UNCLEAR",
        "RCPT | 550 5.7.1 blocked | UNCLEAR",
        "DATA | (close) | UNCLEAR"
      })
  void a_refusal_for_now_says_whether_the_domain_wants_less(
      String stage, String answer, Cause cause) {
    server.answering(stage, answer);

    assertThat(send())
        .isInstanceOfSatisfying(
            TransientFailure.class, failure -> assertThat(failure.cause()).isEqualTo(cause));
  }

  @ParameterizedTest
  @CsvSource({
    "450 4.2.0 greylisted,                      transient",
    "451 later,                                 transient",
    "452 4.2.2 mailbox full,                    transient",
    "421 4.3.2 shutting down,                   transient",
    "550 5.1.1 no such user,                    bad address",
    "550 no such user here,                     bad address",
    "554 5.1.10 no such domain,                 bad address",
    "550 5.2.1 mailbox disabled,                bad address",
    "550 5.5.0 mailbox unavailable,             bad address",
    "552 5.2.2 mailbox full,                    transient",
    "550 5.2.2 mailbox full,                    transient",
    "552 too much stored,                       transient",
    "550 5.7.1 blocked,                         transient",
    "554 5.7.1 relay access denied,             transient",
    "550 5.1.8 bad sender domain,               transient",
    "530 5.7.0 login needed,                    our fault",
    "552 5.3.4 too big,                         permanent",
    "550 5.6.1 media not supported,             permanent",
    "501 5.5.4 syntax,                          permanent",
    "554 refused,                               permanent",
    "hello there,                               transient"
  })
  void a_refused_recipient_is_judged_by_its_codes(String reply, String outcome) {
    server.answering("RCPT", reply);

    assertOutcome(send(), outcome, reply);
    assertThat(server.messages()).isEmpty();
  }

  /** Seen: each of these suppressed every reader of a run, or gave all its mails up. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 550 relay not permitted | OUR_ACCOUNT",
        "RCPT | 550-5.4.5 Daily user sending limit exceeded.;550 5.4.5 See our page | OUR_ACCOUNT",
        "RCPT | 550-blocked by our policy;550 5.7.1 see our page | OUR_HOST",
        "RCPT | 550 Access denied - Invalid HELO name | OUR_HOST",
        "RCPT | 550-Please turn on SMTP Authentication in your mail client.;550 Thank you | OUR_ACCOUNT",
        "RCPT | 550 #5.7.1 no | OUR_HOST",
        "RCPT | 550 5.1.0 <a@x.example> sender rejected. AUP#1 | OUR_SENDER",
        "RCPT | 550 5.2.1 is receiving mail at a rate that prevents more | RECIPIENT_DOMAIN",
        "RCPT | 504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname | OUR_HOST",
        "DOT | 554 5.2.252 SendAsDenied; not allowed | OUR_SENDER",
        "DOT | 550-5.4.5 Daily user sending limit exceeded.;550 5.4.5 See our page | OUR_ACCOUNT",
        "DATA | 554 5.7.1 relay access denied | OUR_ACCOUNT",
        "DOT | 550 5.1.0 sender rejected | OUR_SENDER"
      })
  void a_fault_that_is_not_the_recipients_gives_no_mail_up(
      String stage, String lines, Fault fault) {
    server.answering(stage, lines.replace(";550", "\r\n550"));

    assertThat(send())
        .isInstanceOfSatisfying(
            TransientFailure.class, failure -> assertThat(failure.fault()).isEqualTo(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "451 4.3.0 try later,                       transient",
    "421 closing,                               transient",
    "554 5.5.1 no valid recipients,             permanent"
  })
  void a_refusal_to_hear_the_message_is_not_about_the_address(String reply, String outcome) {
    server.answering("DATA", reply);

    assertOutcome(send(), outcome, reply);
  }

  @ParameterizedTest
  @CsvSource({
    "451 4.7.1 greylisted,                      transient",
    "421 4.4.2 time is up,                      transient",
    "452 4.3.1 disk full,                       transient",
    "552 5.2.2 mailbox full,                    transient",
    "550 5.1.1 who,                             permanent",
    "552 5.3.4 too big,                         permanent",
    "554 5.6.0 malformed,                       permanent",
    "550 5.7.26 unauthenticated mail,           transient",
    "554 no thanks,                             permanent"
  })
  void a_refused_message_is_not_about_the_address(String reply, String outcome) {
    server.answering("DOT", reply);

    assertOutcome(send(), outcome, reply);
  }

  @Test
  void a_no_is_a_no_even_if_the_server_hangs_up_after_it() {
    server.answering("DOT", "554 5.6.0 malformed" + THEN_CLOSE);

    assertThat(send())
        .isEqualTo(new PermanentFailure("554 5.6.0 malformed", Fault.OUR_CONTENT, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {CLOSE, HANG, "what"})
  void no_answer_to_the_final_dot_leaves_the_mail_in_doubt(String behaviour) {
    server.answering("DOT", behaviour.equals(HANG) ? hanging() : behaviour);

    assertThat(send()).isInstanceOf(InDoubt.class);
    assertThat(server.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, (close)",
    "MAIL, (hang)",
    "RCPT, (close)",
    "RCPT, (hang)",
    "DATA, (close)",
    "DATA, (hang)"
  })
  void a_connection_lost_before_the_message_was_handed_over_is_transient(
      String stage, String behaviour) {
    server.answering(stage, behaviour.equals(HANG) ? hanging() : behaviour);

    assertThat(send()).isInstanceOf(TransientFailure.class);
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void a_connection_lost_in_the_middle_of_a_long_message_is_transient() {
    server.answering("DATA", "354 go on" + THEN_CLOSE);
    OutgoingMail huge = Mails.saying("Big", "x ".repeat(8_000_000), null);

    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(huge)).isInstanceOf(TransientFailure.class);
    }
  }

  @Test
  void where_the_server_offers_it_three_commands_leave_together() {
    server.answering("MAIL", hanging());

    assertThat(send()).isInstanceOf(TransientFailure.class);
    assertThat(server.unheard()).hasSize(pipelining ? 2 : 0);
  }

  @Test
  void after_a_refused_recipient_the_connection_serves_the_next_mail() {
    server.answering("RCPT", "550 5.1.1 who").answering("DATA", "554 5.5.1 no valid recipients");
    if (!pipelining) {
      server.answering("DATA", "354 go on");
    }
    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(Mails.to("ada@example.org")))
          .isEqualTo(new PermanentFailure("550 5.1.1 who", true));
      connection.send(Mails.to("bo@example.org"));
      assertThat(connection.send(Mails.to("cy@example.org"))).isInstanceOf(Accepted.class);
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1 who", "hello there"})
  void a_server_that_wants_the_message_after_all_gets_none(String reply) {
    server.answering("RCPT", reply);
    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(Mails.to("ada@example.org"))).isNotInstanceOf(Accepted.class);
      assertThat(server.messages()).isEmpty();
      assertThat(connection.send(Mails.to("bo@example.org"))).isInstanceOf(Accepted.class);
    }

    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void one_connection_serves_many_mails_until_its_number_is_reached() {
    try (Transport.Connection connection = transport(settings()).connect()) {
      for (int i = 0; i < 7; i++) {
        assertThat(connection.send(Mails.to("ada@example.org"))).isInstanceOf(Accepted.class);
      }
    }

    assertThat(server.connections()).isEqualTo(3);
    assertThat(server.messages()).hasSize(7);
  }

  @Test
  void a_connection_that_went_stale_is_renewed_without_a_word() {
    server
        .answering("MAIL", "250 fine", CLOSE, "250 fine", "421 idle too long" + THEN_CLOSE)
        .answering("DOT", "250 one", "250 two", "250 three");
    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(Mails.to("ada@example.org")).reply()).isEqualTo("250 one");
      assertThat(connection.send(Mails.to("bo@example.org")).reply()).isEqualTo("250 two");
      assertThat(connection.send(Mails.to("cy@example.org")).reply()).isEqualTo("250 three");
    }

    assertThat(server.connections()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user", "RCPT, (close)", "DATA, 451 later", "DOT, 554 no",
    "DOT, (close)", "DOT, (hang)", "MAIL, 550 no", "RCPT, 421 bye"
  })
  void whatever_became_of_one_mail_the_next_one_is_sent(String stage, String answer) {
    server.answering(stage, answer.equals(HANG) ? hanging() : answer);
    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(Mails.to("ada@example.org"))).isNotInstanceOf(Accepted.class);
      assertThat(connection.send(Mails.to("bo@example.org"))).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void a_mail_that_cannot_be_written_is_refused_and_nothing_is_sent() {
    OutgoingMail unfit =
        Mails.with("<1@x.example>\r\nBcc: eve@example.org", "ada@example.org", "x");
    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(unfit)).isInstanceOf(PermanentFailure.class);
    }

    assertThat(server.connections()).isZero();
  }

  @Test
  void a_reply_is_one_line_without_control_characters_and_not_long() {
    server.answering("RCPT", "450-4.2.0 a\u0007b\r\n450 4.2.0 " + "c".repeat(900));

    String reply = send().reply();

    assertThat(reply).startsWith("450-4.2.0 a b 450 4.2.0 ccc").hasSize(300);
  }

  @Test
  void a_line_that_begins_with_a_dot_arrives_with_it() {
    OutgoingMail mail = Mails.saying("Dots", ".\n..\n.hidden", null);
    try (Transport.Connection connection = transport(settings()).connect()) {
      assertThat(connection.send(mail)).isInstanceOf(Accepted.class);
    }

    assertThat(server.messages().get(0)).endsWith("\r\n.\r\n..\r\n.hidden\r\n");
  }

  @Test
  void the_password_is_in_no_description() {
    SmtpSettings settings = settings(25, Security.STARTTLS, "boy");

    assertThat(transport(settings).describe()).isEqualTo("SMTP 127.0.0.1:25 (STARTTLS)");
    assertThat(settings.toString()).doesNotContain(PASSWORD);
  }

  private static void assertOutcome(DeliveryResult result, String outcome, String reply) {
    DeliveryResult expected =
        switch (outcome) {
          case "transient" -> {
            TransientFailure failure = (TransientFailure) result;
            yield new TransientFailure(result.reply(), failure.cause(), failure.fault());
          }
          case "permanent" ->
              new PermanentFailure(result.reply(), ((PermanentFailure) result).fault(), false);
          case "bad address" -> new PermanentFailure(result.reply(), true);
          case "our fault" -> new SenderFault(result.reply());
          default -> throw new IllegalArgumentException(outcome);
        };
    assertThat(result).isEqualTo(expected);
    if (Character.isDigit(reply.charAt(0))) {
      assertThat(result.reply()).isEqualTo(reply);
    }
  }

  private String hanging() {
    patience = Duration.ofSeconds(1);
    return HANG;
  }

  private DeliveryResult send() {
    return send(settings());
  }

  private static DeliveryResult send(SmtpSettings settings) {
    try (Transport.Connection connection = transport(settings).connect()) {
      return connection.send(Mails.to("ada@example.org"));
    }
  }

  private static Transport transport(SmtpSettings settings) {
    return new SmtpTransport(settings, Mails.UNSIGNED);
  }

  private SmtpSettings settings() {
    return settings(server.port(), Security.NONE, "");
  }

  private SmtpSettings settings(int port, Security security, String user) {
    return new SmtpSettings(
        new Server("127.0.0.1", port, security),
        user,
        user.isEmpty() ? "" : PASSWORD,
        timeouts(),
        3);
  }

  private Timeouts timeouts() {
    return new Timeouts(Duration.ofSeconds(5), patience, Duration.ofSeconds(5));
  }
}
