package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.SubscriberDocument;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy subscriber}: the people. */
@Command(
    name = "subscriber",
    mixinStandardHelpOptions = true,
    description = "Adds, shows, changes and removes subscribers.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SubscriberCommand.Add.class,
      SubscriberCommand.ListAll.class,
      SubscriberCommand.Show.class,
      SubscriberCommand.InterestsOf.class,
      SubscriberCommand.Pause.class,
      SubscriberResumeCommand.class,
      SubscriberCommand.Remove.class,
      SubscriberCommand.Erase.class,
      SubscriberImportCommand.class,
      SubscriberExportCommand.class
    },
    footer = {
      "%nExamples:",
      "  paperboy subscriber add ada@example.org interests.yml",
      "  paperboy subscriber add ada@example.org --interest \"machine unlearning\"",
      "  paperboy subscriber interests ada@example.org - < interests.yml",
      "  paperboy subscriber pause ada@example.org --until 2026-01-07",
      "  paperboy subscriber resume --reason relay --since 2026-01-07 --dry-run"
    })
final class SubscriberCommand extends CliCommand {

  @Override
  public Integer call() {
    warn("Which one? paperboy subscriber --help lists them.");
    return WRONG_USE;
  }

  /** A command about one subscriber. */
  abstract static class AboutOne extends CliCommand {

    @Parameters(paramLabel = "EMAIL", description = "The subscriber's address.")
    private String email = "";

    EmailAddress address() {
      return Addresses.parse(email);
    }

    abstract Integer call(Application application, Subscriber subscriber) throws WrongConfig;

    @Override
    public Integer call() throws WrongConfig {
      try (Application application = config().open()) {
        return call(application, Addresses.find(application, address()));
      }
    }

    Integer report(Subscriber subscriber) {
      console().say("%s is %s", subscriber.address(), standing(subscriber));
      return DONE;
    }
  }

  static String standing(Subscriber subscriber) {
    String state = subscriber.standing().state().word();
    LocalDate until = subscriber.standing().pausedUntil();
    String reason = subscriber.standing().reason();
    return state + (until == null ? "" : " until " + until) + (reason == null ? "" : ": " + reason);
  }

  static String nextDigest(Subscriber subscriber) {
    return subscriber.active() ? Console.time(subscriber.progress().nextDigestAt()) : "none";
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds an active subscriber, whose consent you vouch for.")
  static final class Add extends CliCommand {

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The address.")
    private String email = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "FILE",
        description = "Interests document in YAML; - reads standard input.")
    private @Nullable String file;

    @Option(
        names = "--interest",
        paramLabel = "TERM",
        description = "Instead of a file: words or a phrase; may be given several times.")
    private List<String> terms = List.of();

    @Override
    public Integer call() throws WrongConfig {
      EmailAddress address = Addresses.parse(email);
      String document = InterestsInput.read(file, terms);
      try (Application application = config().open()) {
        Change change = application.readership().registrar().add(address, document);
        if (change instanceof Change.AlreadyThere there) {
          warn(
              "%s is there already (%s). Change the interests with: paperboy subscriber interests %s FILE"
                  .formatted(address, standing(there.subscriber()), address));
          return FAILED;
        }
        return Changes.report(this, change, "added");
      }
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all subscribers, by address.")
  static final class ListAll extends CliCommand {

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() throws WrongConfig {
      List<Subscriber> all;
      try (Application application = config().open()) {
        all = application.readership().subscribers().all();
      }
      if (format == OutputFormat.JSON) {
        console().json(all.stream().map(SubscriberDocument::of).toList());
      } else {
        print(all);
      }
      return DONE;
    }

    private void print(List<Subscriber> all) {
      console()
          .table(
              List.of("email", "state", "covered up to", "next digest"),
              all.stream()
                  .map(
                      subscriber ->
                          List.of(
                              subscriber.address().toString(),
                              standing(subscriber),
                              "edition " + subscriber.progress().lastEdition(),
                              nextDigest(subscriber)))
                  .toList());
      long active = all.stream().filter(Subscriber::active).count();
      console().say("%d subscribers, %d active", all.size(), active);
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one subscriber and their interests.")
  static final class Show extends AboutOne {
    @Override
    Integer call(Application application, Subscriber subscriber) {
      console().say("email:       %s", subscriber.address());
      console().say("state:       %s", standing(subscriber));
      console().say("state since: %s", Console.time(subscriber.standing().since()));
      console().say("added:       %s", Console.time(subscriber.since()));
      console().say("covered:     up to edition %d", subscriber.progress().lastEdition());
      console().say("next digest: %s", nextDigest(subscriber));
      FeedbackLines.print(console(), application, subscriber);
      console().say("interests:");
      subscriber.interests().lines().forEach(line -> console().say("  " + line));
      return DONE;
    }
  }

  @Command(
      name = "interests",
      mixinStandardHelpOptions = true,
      description = "Prints a subscriber's interests document, or replaces it.")
  static final class InterestsOf extends AboutOne {

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "FILE",
        description = "The new document; - reads standard input. Prints the old one without.")
    private @Nullable String file;

    @Override
    Integer call(Application application, Subscriber subscriber) {
      if (file == null) {
        out().print(subscriber.interests());
        out().flush();
        return DONE;
      }
      String document = InterestsInput.read(file, List.of());
      Change change = application.readership().registrar().changeInterests(subscriber, document);
      return Changes.report(this, change, "changed");
    }
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      header = "Pauses the mails to a subscriber.",
      description = "Pauses the mails. The first digest afterwards covers the time of the pause.")
  static final class Pause extends AboutOne {

    @Option(
        names = "--until",
        paramLabel = "DATE",
        description = "The first day of mail again, such as 2026-01-07; else until resumed.")
    private @Nullable LocalDate until;

    @Override
    Integer call(Application application, Subscriber subscriber) {
      if (until != null && !until.isAfter(LocalDate.now(application.clock()))) {
        throw new WrongUse("A pause must end after today; " + until + " does not.");
      }
      State state = subscriber.standing().state();
      if (state != State.ACTIVE && state != State.PAUSED) {
        warn(subscriber.address() + " gets no mail anyway: " + standing(subscriber));
        return FAILED;
      }
      return report(application.readership().registrar().pause(subscriber, until));
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      header = "Unsubscribes a subscriber and keeps the data.",
      description = "Unsubscribes: no mail from now on. The data is kept; erase deletes it.")
  static final class Remove extends AboutOne {
    @Override
    Integer call(Application application, Subscriber subscriber) {
      return report(
          application.readership().registrar().unsubscribe(subscriber, "by the operator"));
    }
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      header = "Deletes everything stored about a subscriber.",
      description =
          "Deletes everything stored about a subscriber, digests and deliveries included.")
  static final class Erase extends AboutOne {

    @Option(names = "--yes", required = true, description = "Yes, for good.")
    private boolean yes;

    @Override
    Integer call(Application application, Subscriber subscriber) {
      if (!yes) {
        return WRONG_USE;
      }
      application.subscriptions().departures().erase(subscriber);
      console().say("%s is forgotten", subscriber.address());
      return DONE;
    }
  }
}
