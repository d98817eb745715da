package dev.paperboy.mail;

import static dev.paperboy.mail.ScriptedDialogue.PASSWORD;
import static dev.paperboy.mail.ScriptedSmtpServer.CLOSE;
import static dev.paperboy.mail.ScriptedSmtpServer.DRIP;
import static dev.paperboy.mail.ScriptedSmtpServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The outcome of a mail when the dialogue ends before MAIL, or when the script lists the server's
 * extensions itself. PIPELINING makes no difference in these cases, so each runs once.
 */
@Execution(ExecutionMode.CONCURRENT)
class SmtpGreetingTest {

  private final ScriptedDialogue dialogue;

  SmtpGreetingTest() throws IOException {
    this.dialogue = new ScriptedDialogue(false);
  }

  @AfterEach
  void close() throws IOException {
    dialogue.close();
  }

  @Test
  void an_absent_server_is_our_fault() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }

    DeliveryResult result = sendTo("127.0.0.1", port);

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

      DeliveryResult result = sendTo("127.0.0.1", deaf.getLocalPort());

      assertThat(result).isInstanceOf(SenderFault.class);
      assertThat(result.reply()).contains("timed out");
    } finally {
      for (Socket caller : waiting) {
        caller.close();
      }
    }
  }

  /** A label of more than 63 octets (RFC 1035) is rejected without asking a name server. */
  @Test
  void a_host_that_does_not_exist_is_our_fault() {
    DeliveryResult result = sendTo("s".repeat(64) + ".invalid", 25);

    assertThat(result).isInstanceOf(SenderFault.class);
  }

  @Test
  void a_server_that_turns_us_away_at_the_door_is_our_fault() {
    dialogue.answering("BANNER", "554 5.7.1 not from your network");

    DeliveryResult result = dialogue.send();

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("not from your network");
  }

  @Test
  void a_server_that_never_greets_is_our_fault() {
    dialogue.answering("BANNER", HANG);

    assertThat(dialogue.send()).isInstanceOf(SenderFault.class);
  }

  @Test
  void without_starttls_nothing_is_sent_where_it_is_required() {
    DeliveryResult result = dialogue.send(Security.STARTTLS, "");

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("STARTTLS");
    assertThat(dialogue.server().commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void a_server_without_tls_on_the_tls_port_is_our_fault() {
    assertThat(dialogue.send(Security.TLS, "")).isInstanceOf(SenderFault.class);
  }

  @Test
  void a_refused_login_is_our_fault_and_the_password_is_not_told() {
    String secret =
        Base64.getEncoder().encodeToString(("\0boy\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    dialogue
        .answering("EHLO", "250-scripted\r\n250 AUTH PLAIN")
        .answering("AUTH", "535 5.7.8 no: " + PASSWORD + " " + secret);

    DeliveryResult result = dialogue.send(Security.NONE, "boy");

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("5.7.8", "***").doesNotContain(PASSWORD, secret);
  }

  @Test
  void a_server_without_login_gets_nothing_from_a_configured_user() {
    DeliveryResult result = dialogue.send(Security.NONE, "boy");

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(dialogue.server().commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void without_a_user_no_login_is_tried() {
    dialogue.answering("EHLO", "250-scripted\r\n250 AUTH PLAIN");

    assertThat(dialogue.send()).isInstanceOf(Accepted.class);
    assertThat(dialogue.server().commands()).noneMatch(command -> command.startsWith("AUTH"));
  }

  @ParameterizedTest
  @CsvSource({
    "BANNER, 421 4.7.0 too many connections",
    "BANNER, 450 busy",
    "BANNER, 554 no",
    "BANNER, (close)",
    "EHLO, (close)",
    "EHLO, (hang)"
  })
  void what_ends_before_a_recipient_is_named_is_about_no_recipient(String stage, String answer) {
    dialogue.answering(stage, answer);

    assertThat(dialogue.send()).isInstanceOf(SenderFault.class);
    assertThat(dialogue.server().messages()).isEmpty();
    assertThat(dialogue.server().commands()).noneMatch(command -> command.startsWith("RCPT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"454 4.7.0 no TLS now", "501 5.5.4 no TLS for you", CLOSE, HANG})
  void a_refused_starttls_is_our_fault_and_nothing_goes_in_clear(String answer) {
    dialogue.answering("EHLO", "250-scripted\r\n250 STARTTLS").answering("STARTTLS", answer);

    assertThat(dialogue.send(Security.STARTTLS, "")).isInstanceOf(SenderFault.class);
    assertThat(dialogue.server().commands()).noneMatch(command -> command.startsWith("MAIL"));
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
    dialogue.answering("EHLO", "250-scripted\r\n250 AUTH PLAIN").answering("AUTH", answer);

    assertThat(dialogue.send(Security.NONE, "boy")).isInstanceOf(SenderFault.class);
    assertThat(dialogue.server().commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void a_server_that_drips_its_answer_to_ehlo_is_heard_to_the_end() {
    dialogue.readTimeout(Duration.ofSeconds(2));
    dialogue.answering("EHLO", DRIP + "250 this takes longer than the time-out");

    assertThat(dialogue.send()).isInstanceOf(Accepted.class);
    assertThat(dialogue.server().messages()).hasSize(1);
  }

  @Test
  void a_server_without_8bitmime_and_smtputf8_gets_a_mail_it_can_take() {
    dialogue.answering("EHLO", "250 scripted");
    OutgoingMail mail = Mails.saying("Grüße", "Schöne Aufsätze", "<p>Schöne Aufsätze</p>");
    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(mail)).isInstanceOf(Accepted.class);
    }

    assertThat(dialogue.server().messages().get(0)).isNotEmpty().matches("[\\x00-\\x7f]*");
    assertThat(dialogue.server().commands()).noneMatch(line -> line.contains("BODY=8BITMIME"));
    assertThat(dialogue.server().commands()).noneMatch(line -> line.contains("SMTPUTF8"));
  }

  @Test
  void a_mail_that_cannot_be_written_is_refused_and_nothing_is_sent() {
    OutgoingMail unfit =
        Mails.with("<1@x.example>\r\nBcc: eve@example.org", "ada@example.org", "x");
    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(unfit)).isInstanceOf(PermanentFailure.class);
    }

    assertThat(dialogue.server().connections()).isZero();
  }

  @Test
  void the_password_is_in_no_description() {
    SmtpSettings settings = dialogue.settings(Security.STARTTLS, "boy");

    assertThat(ScriptedDialogue.transport(settings).describe())
        .isEqualTo("SMTP 127.0.0.1:" + dialogue.server().port() + " (STARTTLS)");
    assertThat(settings.toString()).doesNotContain(PASSWORD);
  }

  private static DeliveryResult sendTo(String host, int port) {
    Duration second = Duration.ofSeconds(1);
    return ScriptedDialogue.send(
        new SmtpSettings(
            new Server(host, port, Security.NONE),
            "",
            "",
            new Timeouts(second, second, second),
            10));
  }
}
