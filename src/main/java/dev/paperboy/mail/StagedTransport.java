package dev.paperboy.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's SMTP client, which also remembers how far the dialogue came and what the server
 * said there. The library's own last reply is no guide: after a failure it is that of another
 * command, and when RSET fails the reason is lost.
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

  private Stage stage = Stage.CONNECT;
  private Reply reply = Reply.NONE;

  StagedTransport(Session session, boolean tls) {
    super(session, null, "smtp", tls);
  }

  Stage stage() {
    return stage;
  }

  /** The reply that decided the stage; {@link Reply#NONE} where none came. */
  Reply reply() {
    return reply;
  }

  /** A new message begins: what was said about the one before no longer counts. */
  void begin() {
    enter(Stage.MAIL);
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
    super.finishData();
  }

  /** In a dialogue the first reply of a stage counts: the next one answers RSET. */
  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (stage == Stage.CONNECT || reply.equals(Reply.NONE)) {
      reply = new Reply(code, getLastServerResponse());
    }
    return code;
  }
}
