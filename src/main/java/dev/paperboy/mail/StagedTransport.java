package dev.paperboy.mail;

import dev.paperboy.mail.PromptSocket.Unsent;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's SMTP client, which also remembers how far the dialogue came and what the server
 * said there. The library's own last reply is no guide: after a failure it is that of another
 * command, and when RSET fails the reason is lost.
 *
 * <p>Where the server offers it, MAIL, RCPT and DATA leave together (PIPELINING, RFC 2920), which
 * saves two round trips a message. Their replies are still judged one by one, and the message
 * itself leaves after all three said yes.
 */
final class StagedTransport extends SMTPTransport {

  /** How far a message came; in this order. */
  enum Stage {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    /** The server wants the message; it cannot have taken it yet. */
    CONTENT,
    /** The final dot is on its way: from here only the server knows. */
    DOT
  }

  private static final int OK = 250;
  private static final int CANNOT_VERIFY = 252;
  private static final int LEAST_NO = 400;

  private Stage stage = Stage.CONNECT;
  private Reply reply = Reply.NONE;
  private String recipient = "";

  /** What was sent before its turn, in the order of the replies to come. */
  private final Deque<String> ahead = new ArrayDeque<>();

  private final boolean pipelined;
  private boolean sentAhead;

  /**
   * @param pipelined whether to send commands ahead where the server offers it
   */
  StagedTransport(Session session, boolean tls, boolean pipelined) {
    super(session, null, "smtp", tls);
    this.pipelined = pipelined;
  }

  /** Whether the sender was answered, and the recipient, sent together with it, was not. */
  boolean lostWhatWasSentAhead() {
    return sentAhead && stage == Stage.RCPT && reply.isLost();
  }

  /** Whether the server said anything about the recipient. */
  boolean wasRecipientAnswered() {
    return stage.compareTo(Stage.RCPT) > 0 || (stage == Stage.RCPT && reply.came());
  }

  Stage stage() {
    return stage;
  }

  /** The reply that decided the stage; {@link Reply#NONE} where none came. */
  Reply reply() {
    return reply;
  }

  /**
   * A new message begins: what was said about the one before no longer counts.
   *
   * @param recipient its only one
   */
  void begin(String recipient) {
    enter(Stage.MAIL);
    this.recipient = recipient;
    ahead.clear();
    sentAhead = false;
  }

  private void enter(Stage next) {
    stage = next;
    reply = Reply.NONE;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    enter(Stage.MAIL);
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    enter(Stage.RCPT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    enter(Stage.DATA);
    OutputStream out = super.data();
    enter(Stage.CONTENT);
    return out;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    enter(Stage.DOT);
    try {
      super.finishData();
    } catch (MessagingException failure) {
      if (Unsent.isIn(failure)) {
        enter(Stage.CONTENT); // The dot is the last octet of what did not leave.
      }
      throw failure;
    }
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    if (command.equals(ahead.peek())) {
      ahead.remove();
      return;
    }
    super.sendCommand(command);
    if (pipelined && command.startsWith("MAIL FROM:") && supportsExtension("PIPELINING")) {
      sentAhead = true;
      for (String next : List.of("RCPT TO:<" + recipient + ">", "DATA")) {
        super.sendCommand(next);
        ahead.add(next);
      }
    }
  }

  /** In a dialogue the first reply of a stage counts: the next one answers RSET. */
  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (stage == Stage.CONNECT || reply.equals(Reply.NONE)) {
      reply = new Reply(code, getLastServerResponse());
    }
    boolean yes = code == OK || (stage == Stage.RCPT && code > OK && code <= CANNOT_VERIFY);
    if (code < 0) {
      ahead.clear(); // The library has hung up.
    } else if (!yes) {
      hearOut();
    }
    return code;
  }

  /**
   * After a no, reads the replies to what is on its way, too.
   *
   * @throws MessagingException if the connection is gone, or the server wants a message after all:
   *     only hanging up keeps it from sending an empty one
   */
  private void hearOut() throws MessagingException {
    while (!ahead.isEmpty()) {
      ahead.remove();
      int code = super.readServerResponse();
      if (code < 0 || (code < LEAST_NO && ahead.isEmpty())) {
        ahead.clear();
        throw new MessagingException("out of step", new IOException("out of step"));
      }
    }
  }
}
