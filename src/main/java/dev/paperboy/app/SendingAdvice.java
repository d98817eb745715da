package dev.paperboy.app;

import dev.paperboy.mail.ReplyClassifier;
import dev.paperboy.mail.StatusCode;
import dev.paperboy.notice.Alarm;

/** What an operator can do when no mail can be sent, by what the server said. */
public final class SendingAdvice {

  private SendingAdvice() {}

  /** A sentence or two. */
  public static String on(String reason) {
    return switch (ReplyClassifier.ofReport(StatusCode.NONE, reason).fault()) {
      case OUR_ACCOUNT ->
          "Check smtp.user and smtp.password, and what your provider lets you send and to whom.";
      case OUR_SENDER ->
          "Check mail.from, SPF, DKIM and DMARC with paperboy doctor. If the server refuses senders"
              + " with a tag, such as papers+b-1@example.org, set smtp.envelope: plain.";
      case OUR_HOST ->
          "Check smtp.hello and the name of the server's address with paperboy doctor, and whether"
              + " the address is on a block list.";
      case RECIPIENT ->
          "Check the mail server. If these addresses really do not exist, remove them: paperboy"
              + " subscriber remove.";
      default -> "Mend it and run again; paperboy doctor says what is wrong.";
    };
  }

  /** Tells the operator, at most once an hour. */
  static void alert(Alarm alarm, String reason) {
    alarm.raise(
        "delivery halted",
        "no mail can be sent: " + reason,
        "Nothing is lost, and nobody is suppressed for it; it is tried again.",
        on(reason));
  }
}
