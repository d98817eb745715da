package dev.paperboy.mail;

import static dev.paperboy.mail.ScriptedSmtpServer.CLOSE;
import static dev.paperboy.mail.ScriptedSmtpServer.THEN_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several mails on one connection, and the next mail after one that failed. */
@ParameterizedClass(name = "pipelining {0}")
@ValueSource(booleans = {false, true})
@Execution(ExecutionMode.CONCURRENT)
class SmtpConnectionTest {

  private final boolean pipelining;
  private final ScriptedDialogue dialogue;

  SmtpConnectionTest(boolean pipelining) throws IOException {
    this.pipelining = pipelining;
    this.dialogue = new ScriptedDialogue(pipelining);
  }

  @AfterEach
  void close() throws IOException {
    dialogue.close();
  }

  @Test
  void after_a_refused_recipient_the_connection_serves_the_next_mail() {
    dialogue.answering("RCPT", "550 5.1.1 who").answering("DATA", "554 5.5.1 no valid recipients");
    if (!pipelining) {
      dialogue.answering("DATA", "354 go on");
    }
    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(Mails.to("ada@example.org")))
          .isEqualTo(new PermanentFailure("550 5.1.1 who", true));
      connection.send(Mails.to("bo@example.org"));
      assertThat(connection.send(Mails.to("cy@example.org"))).isInstanceOf(Accepted.class);
    }

    assertThat(dialogue.server().connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1 who", "hello there"})
  void a_server_that_wants_the_message_after_all_gets_none(String reply) {
    dialogue.answering("RCPT", reply);
    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(Mails.to("ada@example.org"))).isNotInstanceOf(Accepted.class);
      assertThat(dialogue.server().messages()).isEmpty();
      assertThat(connection.send(Mails.to("bo@example.org"))).isInstanceOf(Accepted.class);
    }

    assertThat(dialogue.server().messages()).hasSize(1);
  }

  @Test
  void one_connection_serves_many_mails_until_its_number_is_reached() {
    try (Transport.Connection connection = dialogue.connect()) {
      for (int i = 0; i < 7; i++) {
        assertThat(connection.send(Mails.to("ada@example.org"))).isInstanceOf(Accepted.class);
      }
    }

    assertThat(dialogue.server().connections()).isEqualTo(3);
    assertThat(dialogue.server().messages()).hasSize(7);
  }

  @Test
  void a_connection_that_went_stale_is_renewed_without_a_word() {
    dialogue
        .answering("MAIL", "250 fine", CLOSE, "250 fine", "421 idle too long" + THEN_CLOSE)
        .answering("DOT", "250 one", "250 two", "250 three");
    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(Mails.to("ada@example.org")).reply()).isEqualTo("250 one");
      assertThat(connection.send(Mails.to("bo@example.org")).reply()).isEqualTo("250 two");
      assertThat(connection.send(Mails.to("cy@example.org")).reply()).isEqualTo("250 three");
    }

    assertThat(dialogue.server().connections()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user", "RCPT, (close)", "DATA, 451 later", "DOT, 554 no",
    "DOT, (close)", "DOT, (hang)", "MAIL, 550 no", "RCPT, 421 bye"
  })
  void whatever_became_of_one_mail_the_next_one_is_sent(String stage, String answer) {
    dialogue.answering(stage, answer);
    if (pipelining && stage.equals("RCPT") && answer.equals(CLOSE)) {
      dialogue.answering(stage, answer); // It is tried once more without.
    }
    try (Transport.Connection connection = dialogue.connect()) {
      assertThat(connection.send(Mails.to("ada@example.org"))).isNotInstanceOf(Accepted.class);
      assertThat(connection.send(Mails.to("bo@example.org"))).isInstanceOf(Accepted.class);
    }
  }
}
