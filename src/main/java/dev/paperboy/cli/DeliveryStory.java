package dev.paperboy.cli;

import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import java.util.ArrayList;
import java.util.List;

/** A delivery in sentences: how far it has come, and what happens next. */
final class DeliveryStory {

  private DeliveryStory() {}

  static List<String> of(Delivery delivery) {
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
      String waitsFor = DeliveryDocument.waitsFor(delivery);
      lines.add("It waits for: " + (waitsFor == null ? "its turn" : waitsFor));
      lines.add(
          "Not sent before %s, given up after %s."
              .formatted(
                  Console.time(delivery.dueAt()), Console.time(delivery.order().expiresAt())));
    }
    return lines;
  }
}
