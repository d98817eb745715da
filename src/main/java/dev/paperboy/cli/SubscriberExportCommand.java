package dev.paperboy.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Subscriber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paperboy subscriber export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Prints everything stored about a subscriber, or about all, as one JSON document, which",
      "import takes."
    })
final class SubscriberExportCommand extends CliCommand {

  @Parameters(arity = "0..1", paramLabel = "EMAIL", description = "One subscriber; else all.")
  private @Nullable String email;

  /** Everything about one subscriber. */
  record Everything(
      @JsonUnwrapped SubscriberDocument subscriber,
      List<DigestLine> digests,
      List<DeliveryDocument> deliveries) {}

  /** A digest, as far as it concerns its reader. */
  record DigestLine(
      String date,
      @JsonProperty("first_edition") int firstEdition,
      @JsonProperty("last_edition") int lastEdition,
      String outcome,
      int papers) {

    static DigestLine of(PlannedDigest digest) {
      return new DigestLine(
          digest.date().toString(),
          digest.editions().first(),
          digest.editions().last(),
          digest.outcome().word(),
          digest.matched());
    }
  }

  @Override
  public Integer call() throws WrongConfig {
    try (Application application = config().open()) {
      List<Subscriber> subscribers =
          email == null
              ? application.readership().subscribers().all()
              : List.of(Addresses.find(application, Addresses.parse(email)));
      console().json(subscribers.stream().map(s -> everything(application, s)).toList());
    }
    return DONE;
  }

  private static Everything everything(Application application, Subscriber subscriber) {
    List<PlannedDigest> digests = application.digests().of(subscriber.id(), Integer.MAX_VALUE);
    List<Delivery> deliveries = application.outbox().of(subscriber.id());
    return new Everything(
        SubscriberDocument.of(subscriber),
        digests.stream().map(DigestLine::of).toList(),
        deliveries.stream().map(DeliveryDocument::of).toList());
  }
}
