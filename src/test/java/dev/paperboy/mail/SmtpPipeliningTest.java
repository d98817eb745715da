package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.SmtpSettings.Dialogue;
import dev.paperboy.mail.SmtpSettings.Pipelining;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the host introduces itself, and a server that promises more than it keeps. */
class SmtpPipeliningTest {

  private ScriptedSmtpServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedSmtpServer().pipelining(true);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void a_server_that_drops_what_is_sent_ahead_gets_every_mail_one_command_at_a_time() {
    server.dropping();
    SmtpTransport transport = transport(new Dialogue("", Pipelining.AUTO), Duration.ofSeconds(1));

    try (Transport.Connection connection = transport.connect()) {
      for (int i = 0; i < 3; i++) {
        assertThat(connection.send(Mails.to("ada@example.org"))).isInstanceOf(Accepted.class);
      }
    }
    try (Transport.Connection another = transport.connect()) {
      assertThat(another.send(Mails.to("bo@example.org"))).isInstanceOf(Accepted.class);
    }
    assertThat(server.messages()).hasSize(4);
    assertThat(server.connections()).as("one was lost, and it is remembered").isEqualTo(3);
  }

  @Test
  void a_server_that_hangs_up_either_way_is_still_sent_to_ahead() {
    server
        .answering("RCPT", ScriptedSmtpServer.CLOSE, ScriptedSmtpServer.CLOSE)
        .answering("MAIL", "250 fine", "250 fine", ScriptedSmtpServer.HANG);
    SmtpTransport transport = transport(Dialogue.DEFAULT, Duration.ofSeconds(1));
    try (Transport.Connection connection = transport.connect()) {
      assertThat(connection.send(Mails.to("ada@example.org"))).isNotInstanceOf(Accepted.class);
      assertThat(connection.send(Mails.to("bo@example.org"))).isNotInstanceOf(Accepted.class);
    }
    assertThat(server.unheard()).as("sent ahead to a server that hangs").hasSize(2);
  }

  @Test
  void where_it_is_off_nothing_is_sent_ahead() {
    server.dropping();
    SmtpTransport transport = transport(new Dialogue("", Pipelining.OFF), Duration.ofSeconds(20));
    try (Transport.Connection connection = transport.connect()) {
      assertThat(connection.send(Mails.to("ada@example.org"))).isInstanceOf(Accepted.class);
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"news.example.org", "[192.0.2.7]", "[IPv6:2001:db8::7]"})
  void the_host_introduces_itself_as_it_is_told(String name) {
    try (Transport.Connection connection =
        transport(new Dialogue(name, Pipelining.AUTO), Duration.ofSeconds(20)).connect()) {
      connection.send(Mails.to("ada@example.org"));
    }
    assertThat(server.commands()).contains("EHLO " + name);
  }

  @Test
  void without_being_told_it_has_a_full_name_or_its_address() {
    try (Transport.Connection connection =
        transport(Dialogue.DEFAULT, Duration.ofSeconds(20)).connect()) {
      connection.send(Mails.to("ada@example.org"));
    }
    String hello = server.commands().get(0);
    assertThat(hello).startsWith("EHLO ").doesNotContain("localhost");
    assertThat(HostName.parse(hello.substring(5))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "news.example.org, true",
    "a.example, true",
    "[192.0.2.7], true",
    "[IPv6:2001:db8::1], true",
    "localhost, false",
    "localhost.localdomain, false",
    "news.local, false",
    "news, false",
    "192.0.2.7, false",
    "news_1.example.org, false",
    "-x.example.org, false",
    "'news.example.org x', false"
  })
  void a_name_has_to_be_one_that_others_can_look_up(String name, boolean fit) {
    assertThat(HostName.parse(name).isPresent()).isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7, [192.0.2.7]", "2001:db8::7, [IPv6:2001:db8:0:0:0:0:0:7]"})
  void an_address_stands_in_brackets(String address, String literal) throws IOException {
    assertThat(HostName.literal(InetAddress.getByName(address))).isEqualTo(literal);
    assertThat(HostName.parse(literal)).contains(literal);
  }

  private SmtpTransport transport(Dialogue dialogue, Duration read) {
    Duration long20 = Duration.ofSeconds(20);
    return new SmtpTransport(
        new SmtpSettings(
            new Server("127.0.0.1", server.port(), Security.NONE),
            "",
            "",
            new Timeouts(long20, read, long20),
            100,
            dialogue),
        Mails.UNSIGNED);
  }
}
