package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.OutgoingMail.Envelope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail whose bounces nobody wants: the null reverse-path of RFC 5321 section 4.5.5. */
class NullSenderTest {

  private static final OutgoingMail PLAIN = Mails.to("ada@example.org");
  private static final OutgoingMail ANSWER =
      new OutgoingMail(
          new Envelope(null, PLAIN.envelope().recipient()),
          PLAIN.head(),
          AnswerHeaders.all(),
          PLAIN.body());

  @TempDir Path folder;

  @Test
  void smtp_gives_an_empty_sender_and_the_next_mail_its_own() throws IOException {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer();
        Transport.Connection connection =
            new SmtpTransport(settings(server), Mails.UNSIGNED).connect()) {
      assertThat(connection.send(ANSWER)).isInstanceOf(Accepted.class);
      assertThat(connection.send(PLAIN)).isInstanceOf(Accepted.class);
      assertThat(server.commands())
          .filteredOn(command -> command.startsWith("MAIL"))
          .containsExactly("MAIL FROM:<>", "MAIL FROM:<bounce@paperboy.example>");
    }
  }

  @Test
  void the_local_mailbox_keeps_it_like_any_other() {
    try (Transport.Connection connection = new LocalMailbox(folder, Mails.UNSIGNED).connect()) {
      assertThat(connection.send(ANSWER)).isInstanceOf(Accepted.class);
    }
  }

  private static SmtpSettings settings(ScriptedSmtpServer server) {
    Duration patience = Duration.ofSeconds(20);
    return new SmtpSettings(
        new SmtpSettings.Server("127.0.0.1", server.port(), SmtpSettings.Security.NONE),
        "",
        "",
        new SmtpSettings.Timeouts(patience, patience, patience),
        100);
  }
}
