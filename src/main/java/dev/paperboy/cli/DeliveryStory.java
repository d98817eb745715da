package dev.paperboy.cli;

import dev.paperboy.app.DeliveryDocument;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import java.util.ArrayList;
import java.util.List;

/** A delivery in sentences: how far it has come, what happens next, and what is left to do. */
final class DeliveryStory {

  private DeliveryStory() {}

  static List<String> of(Delivery delivery, InDoubt inDoubt) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Delivery %d to %s (%s %d), Message-ID %s"
            .formatted(
                delivery.id(),
                delivery.order().recipient(),
                delivery.order().kind(),
                delivery.order().reference(),
                delivery.order().messageId()));
    lines.add(
        "It is %s since %s, after %d attempts."
            .formatted(
                delivery.state().word(), Console.time(delivery.changedAt()), delivery.attempts()));
    if (delivery.reply() != null) {
      lines.add("Last word about it: " + delivery.reply());
    }
    if (delivery.state() == State.PENDING || delivery.state() == State.DEFERRED) {
      lines.add("It waits for: " + waitsFor(delivery));
      lines.add(times(delivery));
    }
    lines.add(next(delivery, inDoubt));
    return lines;
  }

  /** What happens next with it, and what an operator can do. */
  static String next(Delivery delivery, InDoubt inDoubt) {
    long id = delivery.id();
    return switch (delivery.state()) {
      case PENDING, DEFERRED ->
          "Next: it is sent by itself; at once with: paperboy outbox retry " + id;
      case LEASED -> "Next: it is being sent. If that process has died, it will be in doubt.";
      case SENT -> "Next: nothing. The receiving server is responsible for it.";
      case FAILED ->
          "Next: nothing by itself. When the cause is mended: paperboy outbox retry " + id;
      case IN_DOUBT ->
          inDoubt == InDoubt.RESEND
              ? "Next: it is sent again with the same Message-ID, as it may not have arrived. "
                  + times(delivery)
              : "Next: nothing by itself (delivery.in_doubt: hold). Send it again: paperboy outbox"
                  + " retry %d. It has arrived: paperboy outbox cancel %d".formatted(id, id);
      case EXPIRED -> "Next: nothing by itself. If it is still of use: paperboy outbox retry " + id;
      case CANCELLED ->
          "Next: nothing by itself. To send it nevertheless: paperboy outbox retry " + id;
    };
  }

  /** Whether there is more to say about it than its state. */
  static boolean isOpen(Delivery delivery) {
    return delivery.state() != State.SENT && delivery.state() != State.CANCELLED;
  }

  /** What a delivery waits for that is not sent yet. */
  static String waitsFor(Delivery delivery) {
    String waitsFor = DeliveryDocument.waitsFor(delivery);
    return waitsFor == null ? "its turn" : waitsFor;
  }

  private static String times(Delivery delivery) {
    return "Not sent before %s, given up after %s."
        .formatted(Console.time(delivery.dueAt()), Console.time(delivery.order().expiresAt()));
  }
}
