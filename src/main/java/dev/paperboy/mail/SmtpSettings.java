package dev.paperboy.mail;

import java.time.Duration;

/**
 * How to reach the SMTP server.
 *
 * @param user empty: no authentication
 * @param messagesPerConnection a connection is renewed after so many messages
 */
public record SmtpSettings(
    Server server,
    String user,
    String password,
    Timeouts timeouts,
    int messagesPerConnection,
    Dialogue dialogue) {

  /** With the usual dialogue. */
  public SmtpSettings(
      Server server, String user, String password, Timeouts timeouts, int messagesPerConnection) {
    this(server, user, password, timeouts, messagesPerConnection, Dialogue.DEFAULT);
  }

  /**
   * How to talk to the server.
   *
   * @param hello the name of this host in EHLO; empty: found out by {@link HostName}
   */
  public record Dialogue(String hello, Pipelining pipelining) {

    public static final Dialogue DEFAULT = new Dialogue("", Pipelining.AUTO);

    /** The name to give. */
    public String helloName() {
      return hello.isEmpty() ? HostName.own() : hello;
    }
  }

  /** Whether commands are sent ahead (RFC 2920). */
  public enum Pipelining {
    /** Where the server offers it, until it turns out to drop what was sent ahead. */
    AUTO,
    /** Never. */
    OFF
  }

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
