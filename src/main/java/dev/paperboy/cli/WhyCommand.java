package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.digest.Digest;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.digest.RunLog;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.paper.Edition;
import dev.paperboy.subscriber.DigestSlots;
import dev.paperboy.subscriber.Subscriber;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paperboy why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "What a reader got, or did not get, on the last runs, and why.",
    footer = {"%nExample:", "  paperboy why ada@example.org"})
final class WhyCommand extends SubscriberCommand.AboutOne {

  private static final int RUNS = 5;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "How many digests to look back; default ${DEFAULT-VALUE}.")
  private int last = 5;

  @Override
  Integer call(Application application, Subscriber subscriber) {
    console().say("%s is %s.", subscriber.address(), SubscriberCommand.standing(subscriber));
    FeedbackLines.print(console(), application, subscriber);
    Parsed parsed = application.readership().parser().parse(subscriber.interests());
    if (parsed.interests().isEmpty()) {
      console().say("The interests cannot be read, so no digest can be made:");
      parsed.problems().forEach(problem -> console().say(problem.toString()));
      return DONE;
    }
    schedule(subscriber, parsed.interests().get());
    waiting(application, subscriber, parsed.interests().get());
    digests(application, subscriber);
    runs(application);
    return DONE;
  }

  private void schedule(Subscriber subscriber, Interests interests) {
    var rhythm = interests.digest().rhythm();
    console()
        .say(
            "A digest is wanted %s at %s (%s); next: %s.",
            DigestSlots.describe(rhythm),
            rhythm.at(),
            rhythm.timezone(),
            SubscriberCommand.nextDigest(subscriber));
    if (interests.pauseUntil() != null) {
      console().say("The interests say: no mail before %s.", interests.pauseUntil());
    }
  }

  private void waiting(Application application, Subscriber subscriber, Interests interests) {
    int covered = subscriber.progress().lastEdition();
    List<Edition> after = application.archive().editionsAfter(covered);
    List<Edition> mailed = after.stream().filter(edition -> !edition.archiveOnly()).toList();
    if (mailed.isEmpty()) {
      console().say("Nothing waits: every edition up to %d is covered.", covered);
    } else {
      Digest next = application.planner().preview(interests, mailed);
      console()
          .say(
              "Editions %d to %d wait for the next digest: %d papers meet the interests.",
              mailed.get(0).number(),
              mailed.get(mailed.size() - 1).number(),
              next.matched() + next.more());
    }
    if (after.size() > mailed.size()) {
      console()
          .say(
              "%d newer editions are archive only (their dumps were too old when they came in).",
              after.size() - mailed.size());
    }
  }

  private void digests(Application application, Subscriber subscriber) {
    List<PlannedDigest> digests = application.digests().of(subscriber.id(), last);
    if (digests.isEmpty()) {
      console().say("No digest has been planned yet.");
    }
    List<Delivery> deliveries = application.outbox().of(subscriber.id());
    InDoubt inDoubt = application.config().mailing().delivery().inDoubt();
    for (PlannedDigest digest : digests) {
      Optional<Delivery> delivery = delivery(digest, deliveries);
      console().say("");
      console()
          .say(
              "%s, editions %d to %d: %s",
              digest.date(),
              digest.editions().first(),
              digest.editions().last(),
              outcome(digest, delivery));
      delivery
          .filter(DeliveryStory::isOpen)
          .ifPresent(open -> console().say("  %s", DeliveryStory.next(open, inDoubt)));
      if (digest.outcome() == Outcome.QUEUED) {
        ReasonLines.print(console(), application.digests().contents(digest, application.archive()));
      }
    }
  }

  private static Optional<Delivery> delivery(PlannedDigest digest, List<Delivery> deliveries) {
    return deliveries.stream().filter(d -> d.order().reference() == digest.id()).findFirst();
  }

  private static String outcome(PlannedDigest digest, Optional<Delivery> delivery) {
    if (digest.outcome() == Outcome.QUIET) {
      return "no paper met the interests, no mail (quiet_day)";
    }
    return digest.matched()
        + " papers; delivery "
        + delivery
            .map(
                d ->
                    d.id()
                        + " is "
                        + d.state().word()
                        + " since "
                        + Console.time(d.changedAt())
                        + waiting(d)
                        + (d.reply() == null ? "" : ": " + d.reply()))
            .orElse("gone");
  }

  private static String waiting(Delivery delivery) {
    return delivery.state() == State.PENDING || delivery.state() == State.DEFERRED
        ? ", waits for %s until %s"
            .formatted(DeliveryStory.waitsFor(delivery), Console.time(delivery.dueAt()))
        : "";
  }

  private void runs(Application application) {
    List<RunLog.Entry> runs = application.runLog().latest(RUNS);
    if (!runs.isEmpty()) {
      console().say("");
      console().say("The last runs, for everybody:");
    }
    runs.forEach(
        run ->
            console()
                .say(
                    "  %s (%s): %s",
                    Console.time(run.startedAt()), run.cause(), run.summary().sentence()));
  }
}
