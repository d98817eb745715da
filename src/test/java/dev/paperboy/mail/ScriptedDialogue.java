package dev.paperboy.mail;

import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A scripted SMTP server and the client that sends mail to it, for one test. */
final class ScriptedDialogue implements AutoCloseable {

  static final String PASSWORD = "correct horse";

  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private final ScriptedSmtpServer server;

  /** The read time-out is long unless the server hangs: a busy machine answers late. */
  private Timeouts timeouts = new Timeouts(FIVE_SECONDS, Duration.ofSeconds(20), FIVE_SECONDS);

  /**
   * @param pipelining whether the server offers PIPELINING (RFC 2920)
   */
  ScriptedDialogue(boolean pipelining) throws IOException {
    server = new ScriptedSmtpServer().pipelining(pipelining);
  }

  /** The next answers at this stage, in order; the client waits one second if one hangs. */
  ScriptedDialogue answering(String stage, String... answers) {
    if (List.of(answers).contains(ScriptedSmtpServer.HANG)) {
      readTimeout(Duration.ofSeconds(1));
    }
    server.answering(stage, answers);
    return this;
  }

  void readTimeout(Duration timeout) {
    timeouts = new Timeouts(timeouts.connect(), timeout, timeouts.write());
  }

  void writeTimeout(Duration timeout) {
    timeouts = new Timeouts(timeouts.connect(), timeouts.read(), timeout);
  }

  ScriptedSmtpServer server() {
    return server;
  }

  /** Sends one mail over a connection without TLS and login. */
  DeliveryResult send() {
    return send(Security.NONE, "");
  }

  DeliveryResult send(Security security, String user) {
    return send(settings(security, user));
  }

  static DeliveryResult send(SmtpSettings settings) {
    try (Transport.Connection connection = transport(settings).connect()) {
      return connection.send(Mails.to("ada@example.org"));
    }
  }

  /** A connection without TLS and login, which carries three mails before it is renewed. */
  Transport.Connection connect() {
    return transport(settings(Security.NONE, "")).connect();
  }

  SmtpSettings settings(Security security, String user) {
    return new SmtpSettings(
        new Server("127.0.0.1", server.port(), security),
        user,
        user.isEmpty() ? "" : PASSWORD,
        timeouts,
        3);
  }

  static Transport transport(SmtpSettings settings) {
    return new SmtpTransport(settings, Mails.UNSIGNED);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
