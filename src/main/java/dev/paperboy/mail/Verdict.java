package dev.paperboy.mail;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.mail.StagedTransport.Stage;
import java.util.regex.Pattern;

/**
 * What the end of an SMTP dialogue means, by the stage at which it ended and the reply there (RFC
 * 5321 section 4.2, RFC 3463, RFC 1047).
 */
final class Verdict {

  private static final int CLOSING = 421;

  private static final Pattern GREY = Pattern.compile("\\bgr[ea]y-?list", Pattern.CASE_INSENSITIVE);

  /** The words of those who want less mail, whatever their codes say. */
  private static final Pattern CROWDED =
      Pattern.compile(
          "too many|too fast|slow down|throttl|rate[- ]limit|unusual rate",
          Pattern.CASE_INSENSITIVE);

  private Verdict() {}

  /**
   * The result of a dialogue that did not end well.
   *
   * @param words what to tell people: the reply, or what broke
   */
  static DeliveryResult of(Stage stage, Reply reply, String words) {
    if (reply.isPermanent() && (reply.code() == 530 || reply.code() == 535)) {
      return new SenderFault(words);
    }
    return switch (stage) {
      case CONNECT -> new SenderFault(words);
      case MAIL -> reply.came() ? new SenderFault(words) : later(reply, words);
      case RCPT -> ofRecipient(reply, words);
      case DATA, CONTENT -> reply.isPermanent() ? ofContent(reply, words) : later(reply, words);
      case DOT -> ofDot(reply, words);
    };
  }

  private static DeliveryResult later(Reply reply, String words) {
    return new TransientFailure(words, cause(reply));
  }

  private static Cause cause(Reply reply) {
    StatusCode status = reply.status();
    boolean mailbox = status.subject() == 2 || reply.code() == 552;
    if (reply.code() != CLOSING && (mailbox || GREY.matcher(reply.text()).find())) {
      return Cause.RECIPIENT;
    }
    boolean crowded =
        reply.code() == CLOSING
            || (status.subject() == 7 && !status.isPermanent())
            || CROWDED.matcher(reply.text()).find();
    return crowded ? Cause.DOMAIN : Cause.UNCLEAR;
  }

  private static DeliveryResult ofRecipient(Reply reply, String words) {
    if (!reply.isPermanent()) {
      return later(reply, words);
    }
    Diagnosis diagnosis = ReplyClassifier.of(reply);
    return diagnosis.passing()
        ? new TransientFailure(words, cause(reply), diagnosis.fault())
        : new PermanentFailure(words, diagnosis.fault(), diagnosis.badAddress());
  }

  private static DeliveryResult ofDot(Reply reply, String words) {
    if (!reply.came()) {
      return new InDoubt(words);
    }
    if (reply.code() < 300) {
      // Any 2yz is a yes (section 4.2.1), but the library takes 250 alone.
      return new Accepted(words);
    }
    return reply.isPermanent() ? ofContent(reply, words) : later(reply, words);
  }

  /** Whoever has heard of the recipient and said yes does not speak of the address any more. */
  private static DeliveryResult ofContent(Reply reply, String words) {
    DeliveryResult result = ofRecipient(reply, words);
    return result instanceof PermanentFailure failure
        ? new PermanentFailure(words, failure.fault(), false)
        : result;
  }
}
