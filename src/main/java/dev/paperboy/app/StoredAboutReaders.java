package dev.paperboy.app;

import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.inbound.ReaderRecords;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Subscriber;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells what is stored about readers: to them, and to the operator. */
public record StoredAboutReaders(Application application) implements ReaderRecords {

  private static final int LATELY = 14;

  @Override
  public List<String> lately(Subscriber reader) {
    return application.digests().of(reader.id(), LATELY).stream()
        .filter(digest -> digest.outcome() != Outcome.RETURNED)
        .map(digest -> digest.date() + ": " + digest.matched()) // Read in every language.
        .toList();
  }

  /** All of it, for programs to read. */
  public ReaderDocument document(Subscriber reader) {
    return ReaderDocument.of(StoredReader.of(application, reader));
  }

  /** All of it, for people to read. */
  @Override
  public String everything(Subscriber reader) {
    StoredReader stored = StoredReader.of(application, reader);
    List<String> lines = new ArrayList<>();
    lines.add("address: " + reader.address());
    lines.add("since: " + reader.since().truncatedTo(ChronoUnit.SECONDS));
    lines.add("state: " + reader.standing().state().word());
    lines.add("paused until: " + reader.standing().pausedUntil());
    lines.add("next digest: " + reader.progress().nextDigestAt());
    lines.add("last edition covered: " + reader.progress().lastEdition());
    lines.add("");
    lines.addAll(reader.interests().lines().toList());
    lines.add("");
    stored.digests().forEach(digest -> lines.add(line(digest)));
    lines.add("");
    stored.deliveries().forEach(delivery -> lines.add(line(delivery)));
    stored
        .feedback()
        .forEach(feedback -> lines.add(feedback.receivedAt() + " " + feedback.diagnostic()));
    return String.join("\n", lines);
  }

  private static String line(PlannedDigest digest) {
    return "%s: %d (%s)".formatted(digest.date(), digest.matched(), digest.outcome().word());
  }

  private static String line(Delivery delivery) {
    return "%s %s, %s %s"
        .formatted(
            delivery.changedAt().truncatedTo(ChronoUnit.SECONDS),
            delivery.order().kind(),
            delivery.state().word(),
            delivery.reply() == null ? "" : delivery.reply());
  }
}
