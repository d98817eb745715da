package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.Fault;
import dev.paperboy.mail.ReplyWording;
import java.util.Optional;

/** One mail of a dispatch that the server refused, for good or until something is mended. */
record Refusal(Delivery delivery, String reply, ReplyWording wording, Fault fault) {

  /** Empty for a mail that was taken, and for one that was refused for now. */
  static Optional<Refusal> in(Delivery delivery, DeliveryResult result) {
    if (result instanceof PermanentFailure failure) {
      return Optional.of(of(delivery, failure.reply(), failure.fault()));
    }
    if (result instanceof TransientFailure failure && isToBeMended(failure.fault())) {
      return Optional.of(of(delivery, failure.reply(), failure.fault()));
    }
    return Optional.empty();
  }

  private static boolean isToBeMended(Fault fault) {
    return fault.isOurs() || fault == Fault.OUR_CONTENT;
  }

  private static Refusal of(Delivery delivery, String reply, Fault fault) {
    ReplyWording wording = ReplyWording.of(reply, delivery.order().recipient());
    return new Refusal(delivery, reply, wording, fault);
  }

  String domain() {
    return delivery.order().recipient().domain();
  }
}
