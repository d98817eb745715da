package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
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
        ? suppress(reader, inARow + " soft bounces in a row, the last a " + feedback.sentence())
        : inARow + " of " + softBounces + " in a row, the reader is kept";
  }

  private String suppress(Subscriber reader, String reason) {
    readership.registrar().suppress(reader, reason);
    return "the reader is suppressed";
  }
}
