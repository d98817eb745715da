package dev.paperboy.mail;

import java.time.Duration;

/**
 * How to reach the SMTP server.
 *
 * @param user empty: no authentication
 * @param messagesPerConnection a connection is renewed after so many messages
 */
public record SmtpSettings(
    Server server, String user, String password, Timeouts timeouts, int messagesPerConnection) {

  /** Host, port and how the connection is protected. */
  public record Server(String host, int port, Security security) {}

  /** The protection of the connection; a server that does not offer it gets no mail. */
  public enum Security {
    /** STARTTLS is required (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS,
    /** None: for a server on the same machine. */
    NONE
  }

  /**
   * How long to wait at each stage before the attempt counts as failed.
   *
   * @param read for the next octets of an answer
   */
  public record Timeouts(Duration connect, Duration read, Duration write) {

    /** For an answer that comes octet by octet to end. */
    Duration answer() {
      return read.multipliedBy(2);
    }
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + server + "]";
  }
}
