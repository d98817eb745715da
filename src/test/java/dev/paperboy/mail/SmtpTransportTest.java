package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server. */
class SmtpTransportTest {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_mail_arrives_as_it_was_written() throws Exception {
    OutgoingMail mail = Mails.saying("Drei Aufsätze · 5 Dec", "Grüße\n", "<p>Grüße</p>");

    try (Transport.Connection connection =
        new SmtpTransport(settings("", ""), Mails.UNSIGNED).connect()) {
      assertThat(connection.send(mail)).isInstanceOf(Accepted.class);
    }

    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Drei Aufsätze · 5 Dec");
    MimeMultipart parts = (MimeMultipart) received.getContent();
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>\r\n");
    assertThat(received.getHeader("Return-Path", null)).contains("bounce@paperboy.example");
  }

  @Test
  void a_user_logs_in_and_a_wrong_password_does_not() {
    server.setUser("digest@paperboy.example", "boy", "secret");
    server.getUserManager().setAuthRequired(true);

    assertThat(send(settings("boy", "secret"))).isInstanceOf(Accepted.class);
    DeliveryResult refused = send(settings("boy", "wr0ng-secret"));
    assertThat(refused).isInstanceOf(SenderFault.class);
    assertThat(refused.reply()).doesNotContain("wr0ng-secret");
  }

  @Test
  void many_mails_on_one_connection_do_not_wait_for_each_other() {
    // Larger than one write: only then does Nagle's algorithm hold the last piece back.
    OutgoingMail large = Mails.saying("Large", "Forty-five kilobytes. ".repeat(2100), null);
    long begin = System.nanoTime();
    try (Transport.Connection connection =
        new SmtpTransport(settings("", ""), Mails.UNSIGNED).connect()) {
      for (int i = 0; i < 100; i++) {
        connection.send(large);
      }
    }

    // With Nagle's algorithm each mail takes at least 40 ms.
    assertThat(server.getReceivedMessages()).hasSize(100);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
  }

  private static DeliveryResult send(SmtpSettings settings) {
    try (Transport.Connection connection = new SmtpTransport(settings, Mails.UNSIGNED).connect()) {
      return connection.send(Mails.to("ada@example.org"));
    }
  }

  private SmtpSettings settings(String user, String password) {
    return new SmtpSettings(
        new Server("127.0.0.1", server.getSmtp().getPort(), Security.NONE),
        user,
        password,
        timeouts(),
        1000);
  }

  private static Timeouts timeouts() {
    return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
  }
}
