package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Suppressions.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy subscriber resume}: one subscriber, or all who were suppressed for a reason. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    header = "Resumes the mails to a subscriber, or to many at once.",
    description = {
      "Resumes the mails after a pause, an unsubscribe, a bounce or a complaint. With --reason,"
          + " resumes",
      "all who were suppressed for a reason with that text in it: those who had paused before stay",
      "paused."
    })
final class SubscriberResumeCommand extends CliCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "EMAIL",
      description = "The subscriber's address; not together with --reason.")
  private @Nullable String email;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Everybody who was suppressed for a reason that contains this text.")
  private @Nullable String reason;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "With --reason: only who was suppressed on that day or later.")
  private @Nullable LocalDate since;

  @Option(names = "--dry-run", description = "With --reason: shows who it is and changes nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws WrongConfig {
    boolean many = reason != null && !reason.isBlank();
    if (many == (email != null) || (!many && (since != null || dryRun))) {
      throw new WrongUse(
          "Name one subscriber, or with --reason the text of a reason and with --since a day.");
    }
    try (Application application = config().open()) {
      return many ? resumeAll(application) : resumeOne(application);
    }
  }

  private Integer resumeOne(Application application) {
    Subscriber one = Addresses.find(application, Addresses.parse(Objects.requireNonNull(email)));
    Subscriber resumed = application.readership().registrar().resume(one);
    console().say("%s is %s", resumed.address(), SubscriberCommand.standing(resumed));
    return DONE;
  }

  private Integer resumeAll(Application application) {
    List<Suppression> found =
        application.suppressions().matching(Objects.requireNonNull(reason), start(application));
    for (Suppression suppression : found) {
      Subscriber reader = suppression.subscriber();
      String was = SubscriberCommand.standing(reader);
      if (!dryRun) {
        resume(application.readership().registrar(), suppression);
      }
      console()
          .say(
              "%s %s %s; %s",
              reader.address(),
              dryRun ? "would be" : "is",
              dryRun ? after(suppression) : now(application.readership().subscribers(), reader),
              was);
    }
    console()
        .say(
            dryRun
                ? "%d subscribers would be resumed. Nothing was changed."
                : "%d subscribers resumed",
            found.size());
    return DONE;
  }

  private static void resume(Registrar registrar, Suppression suppression) {
    Subscriber reader = suppression.subscriber();
    if (suppression.before() == State.ACTIVE) {
      registrar.resume(reader);
    } else {
      registrar.liftSuppression(
          reader.id(), Objects.requireNonNullElse(reader.standing().reason(), ""));
    }
  }

  private static String after(Suppression suppression) {
    return suppression.before().word();
  }

  private static String now(Subscribers subscribers, Subscriber reader) {
    return subscribers.find(reader.id()).map(SubscriberCommand::standing).orElse("gone");
  }

  private Instant start(Application application) {
    ZoneId zone = application.config().digest().rhythm().timezone();
    return since == null ? Instant.EPOCH : since.atStartOfDay(zone).toInstant();
  }
}
