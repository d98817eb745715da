package dev.paperboy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paperboy subscriber import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Adds subscribers from a JSON document: a list of {\"email\": ..., \"interests\": \"...YAML...\"},",
      "such as export prints. Those who are there already stay as they are; one that cannot be added",
      "stops no other. States other than active and paused come in as they were."
    })
final class SubscriberImportCommand extends CliCommand {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final TypeReference<List<SubscriberDocument>> LIST = new TypeReference<>() {};

  @Parameters(paramLabel = "FILE", description = "The JSON document; - reads standard input.")
  private String file = "-";

  @Override
  public Integer call() throws WrongConfig {
    List<SubscriberDocument> documents = read();
    int added = 0;
    int there = 0;
    try (Application application = config().open()) {
      Registrar registrar = application.readership().registrar();
      for (SubscriberDocument document : documents) {
        Optional<Change> change = add(registrar, document);
        if (change.isPresent() && change.get() instanceof Change.Done done) {
          carryOver(registrar, done.subscriber(), document);
          added++;
        } else if (change.isPresent() && change.get() instanceof Change.AlreadyThere) {
          there++;
        }
      }
    }
    int bad = documents.size() - added - there;
    console().say("%d added, %d there already, %d with problems", added, there, bad);
    return bad == 0 ? DONE : FAILED;
  }

  private List<SubscriberDocument> read() {
    try {
      return JSON.readValue(InterestsInput.read(file, List.of()), LIST);
    } catch (JsonProcessingException e) {
      throw new WrongUse(file + " is not a JSON list of subscribers: " + e.getOriginalMessage());
    }
  }

  private Optional<Change> add(Registrar registrar, SubscriberDocument document) {
    Optional<EmailAddress> address =
        Optional.ofNullable(document.email()).flatMap(EmailAddress::parse);
    if (address.isEmpty() || document.interests() == null) {
      warn(document.email() + ": no valid address, or no interests");
      return Optional.empty();
    }
    Change change = registrar.add(address.get(), document.interests());
    if (change instanceof Change.Rejected rejected) {
      warn(document.email() + ": the interests have problems:");
      rejected.problems().forEach(problem -> warn(problem.toString()));
    }
    return Optional.of(change);
  }

  /** Whoever had left, bounced or paused must not get mail because they were moved. */
  private static void carryOver(
      Registrar registrar, Subscriber subscriber, SubscriberDocument document) {
    String reason = document.reason() == null ? "imported" : document.reason();
    switch (document.state() == null ? "active" : document.state()) {
      case "paused" -> registrar.pause(subscriber, day(document.pausedUntil()));
      case "unsubscribed", "pending" -> registrar.unsubscribe(subscriber, reason);
      case "suppressed" -> registrar.suppress(subscriber, reason);
      default -> {}
    }
  }

  private static @org.jspecify.annotations.Nullable LocalDate day(
      @org.jspecify.annotations.Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
