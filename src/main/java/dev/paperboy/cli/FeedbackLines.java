package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.inbound.Feedback;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.util.List;

/** Shows what receivers reported about a reader's mails, and the way back from a suppression. */
final class FeedbackLines {

  private static final int SHOWN = 5;

  private FeedbackLines() {}

  static void print(Console console, Application application, Subscriber subscriber) {
    if (subscriber.standing().state() == State.SUPPRESSED) {
      console.say(
          "No mail goes there since %s. If the address takes mail again, and its owner wants some:"
              + " paperboy subscriber resume %s",
          Console.time(subscriber.standing().since()), subscriber.address());
    }
    print(
        console,
        "Reported about mails to this address, newest first:",
        application.feedback().of(subscriber.id(), SHOWN));
  }

  /** What was reported about this one mail. */
  static void print(Console console, Application application, Delivery delivery) {
    print(
        console,
        "Reported about it, newest first:",
        application.feedback().of(delivery.order().subscriber(), Integer.MAX_VALUE).stream()
            .filter(feedback -> feedback.delivery() == delivery.id())
            .toList());
  }

  private static void print(Console console, String title, List<Feedback> latest) {
    if (!latest.isEmpty()) {
      console.say("%s", title);
    }
    for (Feedback feedback : latest) {
      console.say(
          "  %s delivery %d: %s",
          Console.time(feedback.receivedAt()), feedback.delivery(), feedback.sentence());
    }
  }
}
