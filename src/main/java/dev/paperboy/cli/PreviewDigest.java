package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.digest.Digest;
import dev.paperboy.interest.Interests;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.paper.Edition;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.Progress;
import dev.paperboy.subscriber.Subscriber.Standing;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The digest that a subscriber would get.
 *
 * @param papers how many papers it was chosen from
 */
record PreviewDigest(Digest digest, int papers) {

  static final EmailAddress SOMEBODY = new EmailAddress("reader", "example.org");

  /** Of what waits for the subscriber, or of the newest day; empty if the archive is. */
  static Optional<PreviewDigest> of(
      Application application, Subscriber subscriber, Interests interests) {
    List<Edition> editions = editions(application, subscriber);
    if (editions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PreviewDigest(
            application.planner().preview(interests, editions),
            editions.stream().mapToInt(Edition::papers).sum()));
  }

  /** A reader who has no subscription yet. */
  static Subscriber somebody(String interests) {
    return new Subscriber(
        0,
        SOMEBODY,
        new Standing(State.ACTIVE, null, null, Instant.EPOCH),
        interests,
        new Progress(Integer.MAX_VALUE, Instant.MAX),
        "preview",
        Instant.EPOCH);
  }

  private static List<Edition> editions(Application application, Subscriber subscriber) {
    List<Edition> all = application.archive().editionsAfter(0);
    List<Edition> waiting =
        all.stream()
            .filter(e -> !e.archiveOnly() && e.number() > subscriber.progress().lastEdition())
            .toList();
    if (!waiting.isEmpty()) {
      return waiting;
    }
    LocalDate newest =
        all.stream().map(Edition::digestDate).max(LocalDate::compareTo).orElse(LocalDate.MIN);
    return all.stream().filter(e -> Objects.equals(e.digestDate(), newest)).toList();
  }

  /** How the choice came about, in a sentence. */
  String sentence() {
    return "%d papers meet the interests, of %d on %s%s"
        .formatted(
            digest.matched() + digest.more(),
            papers,
            digest.date(),
            digest.matched() == 0 ? ": quiet_day decides whether there would be a mail" : "");
  }
}
