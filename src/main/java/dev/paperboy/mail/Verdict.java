package dev.paperboy.mail;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.StagedTransport.Stage;

/**
 * What the end of an SMTP dialogue means, by the stage at which it ended and the reply there (RFC
 * 5321 section 4.2, RFC 3463, RFC 1047).
 */
final class Verdict {

  private static final int CLOSING = 421;

  private Verdict() {}

  /**
   * The result of a dialogue that did not end well.
   *
   * @param words what to tell people: the reply, or what broke
   */
  static DeliveryResult of(Stage stage, Reply reply, String words) {
    if (reply.code() == CLOSING) {
      return new TransientFailure(words);
    }
    if (reply.isPermanent() && (reply.code() == 530 || reply.code() == 535)) {
      return new SenderFault(words);
    }
    return switch (stage) {
      case CONNECT -> new SenderFault(words);
      case MAIL -> reply.came() ? new SenderFault(words) : new TransientFailure(words);
      case RCPT -> ofRecipient(reply, words);
      case DATA, CONTENT ->
          reply.isPermanent() ? ofContent(reply, words) : new TransientFailure(words);
      case DOT -> ofDot(reply, words);
    };
  }

  private static DeliveryResult ofRecipient(Reply reply, String words) {
    if (!reply.isPermanent()) {
      return new TransientFailure(words);
    }
    String status = reply.status();
    if (isAboutUs(status)) {
      return new TransientFailure(words);
    }
    boolean fullMailbox = status.equals("5.2.2") || (status.isEmpty() && reply.code() == 552);
    if (fullMailbox) {
      return new TransientFailure(words);
    }
    if (status.startsWith("5.1.") || status.equals("5.2.1")) {
      return new PermanentFailure(words, true);
    }
    boolean content = status.startsWith("5.6.") || status.equals("5.3.4") || status.equals("5.2.3");
    return new PermanentFailure(words, !content && reply.code() == 550);
  }

  private static DeliveryResult ofDot(Reply reply, String words) {
    if (!reply.came()) {
      return new InDoubt(words);
    }
    if (reply.code() < 300) {
      // Any 2yz is a yes (section 4.2.1), but the library takes 250 alone.
      return new Accepted(words);
    }
    return reply.isPermanent() ? ofContent(reply, words) : new TransientFailure(words);
  }

  /**
   * Policy, or a sender's address they do not like. The recipient is not to blame, and it is one
   * receiver's opinion: the mail waits for the operator to mend it, and the others go on.
   */
  private static boolean isAboutUs(String status) {
    return status.startsWith("5.7.") || status.equals("5.1.7") || status.equals("5.1.8");
  }

  private static DeliveryResult ofContent(Reply reply, String words) {
    return reply.status().equals("5.2.2") || isAboutUs(reply.status())
        ? new TransientFailure(words)
        : new PermanentFailure(words, false);
  }
}
