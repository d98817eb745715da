package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.DeliveryDocument;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.Outbox;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy outbox}. */
@Command(
    name = "outbox",
    header = "Shows the deliveries, by state.",
    mixinStandardHelpOptions = true,
    description = "Shows the deliveries by state, and those that are not sent yet.",
    subcommands = {OutboxCommand.Show.class, OutboxCommand.Retry.class, OutboxCommand.Cancel.class},
    footer = {
      "%nExamples:",
      "  paperboy outbox",
      "  paperboy outbox --by domain",
      "  paperboy outbox --state failed --format json",
      "  paperboy outbox show 42",
      "  paperboy outbox retry 42"
    })
final class OutboxCommand extends CliCommand {

  private static final int MOST = 1000;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description =
          "Only this state: pending, leased, sent, deferred, failed, in-doubt, expired, cancelled.")
  private @Nullable String state;

  /** What waiting deliveries are counted by. */
  enum By {
    REASON,
    DOMAIN
  }

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "Only counts what waits, by ${COMPLETION-CANDIDATES}.")
  private @Nullable By by;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @Override
  public Integer call() throws WrongConfig {
    try (Application application = config().open()) {
      Outbox outbox = application.outbox();
      if (by != null) {
        count(by == By.DOMAIN ? outbox.waitingByDomain() : outbox.waitingByReason());
        return DONE;
      }
      List<Delivery> deliveries = outbox.list(List.copyOf(wanted()), MOST);
      if (format == OutputFormat.JSON) {
        console().json(deliveries.stream().map(DeliveryDocument::of).toList());
      } else {
        outbox.counts().forEach((s, number) -> console().say("%-10s %6d", s.word(), number));
        console().say("");
        outbox
            .waitingByReason()
            .forEach((reason, number) -> console().say("%,d wait: %s", number, reason));
        print(deliveries);
      }
    }
    return DONE;
  }

  private void count(Map<String, Integer> counts) {
    if (format == OutputFormat.JSON) {
      console().json(counts);
    } else if (counts.isEmpty()) {
      console().say("Nothing waits.");
    }
    if (format == OutputFormat.TABLE) {
      counts.forEach((name, number) -> console().say("%,7d  %s", number, name));
    }
  }

  private Set<State> wanted() {
    if (state == null) {
      return format == OutputFormat.JSON
          ? EnumSet.allOf(State.class)
          : EnumSet.complementOf(EnumSet.of(State.SENT));
    }
    String name = state.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(State.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .map(EnumSet::of)
        .orElseThrow(() -> new WrongUse("There is no state '" + state + "'; see --help."));
  }

  private void print(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      console().say("No deliveries to show.");
      return;
    }
    console()
        .table(
            List.of("id", "recipient", "state", "attempts", "due", "last reply"),
            deliveries.stream()
                .map(
                    delivery ->
                        List.of(
                            Long.toString(delivery.id()),
                            delivery.order().recipient().toString(),
                            delivery.state().word(),
                            Integer.toString(delivery.attempts()),
                            Console.time(delivery.dueAt()),
                            delivery.reply() == null ? "" : delivery.reply()))
                .toList());
  }

  /** A command about one delivery. */
  abstract static class AboutOne extends CliCommand {

    @Parameters(paramLabel = "ID", description = "The delivery's number.")
    private long id;

    abstract Integer call(Application application, Delivery delivery);

    @Override
    public Integer call() throws WrongConfig {
      try (Application application = config().open()) {
        Optional<Delivery> delivery = application.outbox().find(id);
        if (delivery.isEmpty()) {
          throw new WrongUse("There is no delivery " + id + ". See: paperboy outbox");
        }
        return call(application, delivery.get());
      }
    }

    Integer report(boolean done, String what, Delivery delivery) {
      if (!done) {
        warn("Delivery %d is %s; it stays so.".formatted(id, delivery.state().word()));
        return FAILED;
      }
      console().say("Delivery %d to %s is %s.", id, delivery.order().recipient(), what);
      return DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Tells the story of one delivery.",
      footer = {
        "%nExamples:",
        "  paperboy outbox show 42",
        "  paperboy outbox show 42 --format json"
      })
  static final class Show extends AboutOne {

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    Integer call(Application application, Delivery delivery) {
      if (format == OutputFormat.JSON) {
        console().json(DeliveryDocument.of(delivery));
      } else {
        DeliveryStory.of(delivery, application.config().mailing().delivery().inDoubt())
            .forEach(line -> console().say("%s", line));
        FeedbackLines.print(console(), application, delivery);
      }
      return DONE;
    }
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Makes a delivery due now, after you mended what was wrong.")
  static final class Retry extends AboutOne {
    @Override
    Integer call(Application application, Delivery delivery) {
      var expires =
          application.clock().instant().plus(application.config().mailing().delivery().maxAge());
      boolean done = application.outbox().retry(delivery.id(), expires);
      return report(done, "due now; run or serve sends it", delivery);
    }
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Takes a delivery back that was not sent yet.")
  static final class Cancel extends AboutOne {
    @Override
    Integer call(Application application, Delivery delivery) {
      return report(application.outbox().cancel(delivery.id()), "cancelled", delivery);
    }
  }
}
