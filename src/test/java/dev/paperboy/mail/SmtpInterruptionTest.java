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
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of a mail when the server is slow, falls silent or hangs up. */
@ParameterizedClass(name = "pipelining {0}")
@ValueSource(booleans = {false, true})
@Execution(ExecutionMode.CONCURRENT)
class SmtpInterruptionTest {

  /** Twice what Linux buffers (4 MB) for a receiver that does not read. */
  private static final OutgoingMail LONG = Mails.saying("Big", "x ".repeat(4_000_000), null);

  private final boolean pipelining;
  private final ScriptedDialogue dialogue;

  SmtpInterruptionTest(boolean pipelining) throws IOException {
    this.pipelining = pipelining;
    this.dialogue = new ScriptedDialogue(pipelining);
  }

  @AfterEach
  void close() throws IOException {
    dialogue.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BANNER", "MAIL", "RCPT", "DATA", "DOT"})
  void a_server_that_drips_its_answers_is_heard_to_the_end(String stage) {
    dialogue.readTimeout(Duration.ofSeconds(2));
    String code = stage.equals("BANNER") ? "220" : stage.equals("DATA") ? "354" : "250";
    dialogue.answering(stage, DRIP + code + " this takes longer than the time-out");

    assertThat(dialogue.send()).isInstanceOf(Accepted.class);
    assertThat(dialogue.server().messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"RCPT, TransientFailure", "DOT, InDoubt"})
  void a_server_that_drips_without_an_end_is_left(String stage, String outcome) {
    dialogue.readTimeout(Duration.ofSeconds(1));
    String drip = DRIP + "250 " + "drip ".repeat(2000);
    dialogue.answering(stage, drip, drip);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(dialogue.send().getClass().getSimpleName()).isEqualTo(outcome));
  }

  @Test
  void a_server_that_stops_reading_in_the_middle_of_the_message_has_not_got_it() {
    dialogue.writeTimeout(Duration.ofSeconds(1));
    dialogue.answering("DATA", "354 go on" + THEN_DEAF);

    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(LONG)).isInstanceOf(TransientFailure.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CLOSE, HANG, "what"})
  void no_answer_to_the_final_dot_leaves_the_mail_in_doubt(String behaviour) {
    dialogue.answering("DOT", behaviour);

    assertThat(dialogue.send()).isInstanceOf(InDoubt.class);
    assertThat(dialogue.server().messages()).hasSize(1);
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
    dialogue.answering(stage, behaviour, behaviour); // It is tried again without PIPELINING.

    assertThat(dialogue.send()).isInstanceOf(TransientFailure.class);
    assertThat(dialogue.server().messages()).isEmpty();
  }

  @Test
  void a_connection_lost_in_the_middle_of_a_long_message_is_transient() {
    dialogue.answering("DATA", "354 go on" + THEN_CLOSE);

    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(LONG)).isInstanceOf(TransientFailure.class);
    }
  }

  @Test
  void where_the_server_offers_it_three_commands_leave_together() {
    dialogue.answering("MAIL", HANG);

    assertThat(dialogue.send()).isInstanceOf(TransientFailure.class);
    assertThat(dialogue.server().unheard()).hasSize(pipelining ? 2 : 0);
  }
}
