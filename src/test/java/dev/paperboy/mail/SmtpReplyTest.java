package dev.paperboy.mail;

import static dev.paperboy.mail.ScriptedSmtpServer.THEN_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of a mail for replies to MAIL, RCPT, DATA and the final dot. */
@ParameterizedClass(name = "pipelining {0}")
@ValueSource(booleans = {false, true})
class SmtpReplyTest {

  private final boolean pipelining;
  private final ScriptedDialogue dialogue;

  SmtpReplyTest(boolean pipelining) throws IOException {
    this.pipelining = pipelining;
    this.dialogue = new ScriptedDialogue(pipelining);
  }

  @AfterEach
  void close() throws IOException {
    dialogue.close();
  }

  @Test
  void a_mail_that_the_server_takes_is_accepted_with_its_reply() {
    dialogue.answering("DOT", "250 2.0.0 queued as 4711");

    assertThat(dialogue.send()).isEqualTo(new Accepted("250 2.0.0 queued as 4711"));
    assertThat(dialogue.server().commands())
        .contains("MAIL FROM:<bounce@paperboy.example>", "RCPT TO:<ada@example.org>");
    assertThat(dialogue.server().messages())
        .containsExactly(
            new String(
                new MimeWriter(DkimSigner.NONE).bytes(Mails.to("ada@example.org")),
                StandardCharsets.US_ASCII));
  }

  @Test
  void any_yes_to_the_final_dot_is_a_yes() {
    dialogue.answering("DOT", "252 cannot promise, but have it");

    assertThat(dialogue.send()).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"550 5.7.1 sender refused", "530 log in first", "452 4.3.1 disk full", "503 no"})
  void a_refused_sender_is_our_fault(String reply) {
    dialogue.answering("MAIL", reply);

    assertThat(dialogue.send()).isEqualTo(new SenderFault(reply));
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 4.7.0 too many messages", "451 later"})
  void what_ends_before_a_recipient_is_named_is_about_no_recipient(String reply) {
    dialogue.answering("MAIL", reply);

    assertThat(dialogue.send()).isInstanceOf(SenderFault.class);
    assertThat(dialogue.server().messages()).isEmpty();
    if (!pipelining) {
      assertThat(dialogue.server().commands()).noneMatch(command -> command.startsWith("RCPT"));
    }
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
    dialogue.answering(stage, answer);

    assertThat(dialogue.send())
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
    dialogue.answering("RCPT", reply);

    assertOutcome(dialogue.send(), outcome, reply);
    assertThat(dialogue.server().messages()).isEmpty();
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
        "RCPT | 550-Please turn on SMTP Authentication in your mail client.;550 Thank you |"
            + " OUR_ACCOUNT",
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
    dialogue.answering(stage, lines.replace(";550", "\r\n550"));

    assertThat(dialogue.send())
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
    dialogue.answering("DATA", reply);

    assertOutcome(dialogue.send(), outcome, reply);
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
    dialogue.answering("DOT", reply);

    assertOutcome(dialogue.send(), outcome, reply);
  }

  @Test
  void a_no_is_a_no_even_if_the_server_hangs_up_after_it() {
    dialogue.answering("DOT", "554 5.6.0 malformed" + THEN_CLOSE);

    assertThat(dialogue.send())
        .isEqualTo(new PermanentFailure("554 5.6.0 malformed", Fault.OUR_CONTENT, false));
  }

  @Test
  void a_reply_is_one_line_without_control_characters_and_not_long() {
    dialogue.answering("RCPT", "450-4.2.0 a\u0007b\r\n450 4.2.0 " + "c".repeat(900));

    String reply = dialogue.send().reply();

    assertThat(reply).startsWith("450-4.2.0 a b 450 4.2.0 ccc").hasSize(300);
  }

  @Test
  void a_line_that_begins_with_a_dot_arrives_with_it() {
    OutgoingMail mail = Mails.saying("Dots", ".\n..\n.hidden", null);
    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(mail)).isInstanceOf(Accepted.class);
    }

    assertThat(dialogue.server().messages().get(0)).endsWith("\r\n.\r\n..\r\n.hidden\r\n");
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
}
