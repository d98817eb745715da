package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.StatusCode;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Clock;
import java.util.Optional;

/**
 * Writes down what was reported of a delivery, and what follows of it: a hard bounce and a
 * complaint suppress at once, soft bounces after so many in a row. Threads may share it.
 *
 * @param softBounces so many in a row
 */
public record FeedbackRecorder(
    FeedbackLog log, Readership readership, int softBounces, Clock clock) {

  private static final String IN_A_ROW = " soft bounces in a row";

  /** What an operator may read of it: the bounce, the masked reader, and what became of them. */
  String record(Delivery delivery, Report report) {
    Feedback feedback =
        new Feedback(
            delivery.id(),
            report.kind(),
            report.status(),
            Diagnostic.shown(report.diagnostic()),
            clock.instant());
    log.add(delivery, feedback);
    Optional<Subscriber> reader = readership.subscribers().find(delivery.order().subscriber());
    String consequence = reader.map(subscriber -> consequence(subscriber, feedback)).orElse("");
    return "delivery %d to %s: %s; %s"
        .formatted(
            delivery.id(), delivery.order().recipient().masked(), feedback.sentence(), consequence);
  }

  /** Writes down that the server refused a mail for good, without proof of a bad address. */
  void refused(Delivery delivery, String reply) {
    if (readership.subscribers().find(delivery.order().subscriber()).isPresent()) {
      record(delivery, new Report(Kind.SOFT, StatusCode.firstIn(reply), reply));
    }
  }

  /** Takes back what followed of {@link #refused}, as the reader was not to blame. */
  void readmit(Delivery delivery) {
    if (log.forgetSoft(delivery)) {
      readership
          .subscribers()
          .find(delivery.order().subscriber())
          .ifPresent(this::liftIfForSoftBounces);
    }
  }

  private void liftIfForSoftBounces(Subscriber reader) {
    String reason = reader.standing().reason();
    if (reason != null && reason.contains(IN_A_ROW)) {
      readership.registrar().liftSuppression(reader.id(), reason);
    }
  }

  private String consequence(Subscriber reader, Feedback feedback) {
    State state = reader.standing().state();
    if (feedback.kind() == Kind.COMPLAINT) {
      return suppress(reader, "complained");
    }
    if (state == State.SUPPRESSED || state == State.UNSUBSCRIBED) {
      return "the reader is " + state.word() + " already";
    }
    return switch (feedback.kind()) {
      case HARD -> suppress(reader, feedback.sentence());
      case SOFT -> afterSoft(reader, feedback);
      case POLICY -> "this is about us, not about the reader: run paperboy doctor";
      default -> "nothing to do";
    };
  }

  private String afterSoft(Subscriber reader, Feedback feedback) {
    int inARow = log.softInARow(reader.id(), reader.standing().since());
    return inARow >= softBounces
        ? suppress(reader, inARow + IN_A_ROW + ", the last a " + feedback.sentence())
        : inARow + " of " + softBounces + " in a row, the reader is kept";
  }

  private String suppress(Subscriber reader, String reason) {
    readership.registrar().suppress(reader, reason);
    return "the reader is suppressed";
  }
}
