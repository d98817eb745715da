package dev.paperboy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.app.Application;
import dev.paperboy.app.SubscriberDocument;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paperboy subscriber import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    header = "Adds subscribers from a JSON document.",
    description = {
      "Adds subscribers from a JSON document, such as export prints: a list of",
      "{\"email\": ..., \"interests\": \"...YAML...\"}. Existing subscribers are left unchanged. If one",
      "entry cannot be added, the others still are. Paused, unsubscribed and suppressed subscribers",
      "keep that state."
    })
final class SubscriberImportCommand extends CliCommand {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};

  @Parameters(paramLabel = "FILE", description = "The JSON document; - reads standard input.")
  private String file = "-";

  @Override
  public Integer call() throws WrongConfig {
    List<JsonNode> items = read();
    int added = 0;
    int there = 0;
    try (Application application = config().open()) {
      Registrar registrar = application.readership().registrar();
      for (int i = 0; i < items.size(); i++) {
        Optional<Change> change = add(registrar, i + 1, items.get(i));
        added += change.filter(Change.Done.class::isInstance).isPresent() ? 1 : 0;
        there += change.filter(Change.AlreadyThere.class::isInstance).isPresent() ? 1 : 0;
      }
    }
    int bad = items.size() - added - there;
    console().say("%d added, %d there already, %d with problems", added, there, bad);
    return bad == 0 ? DONE : FAILED;
  }

  private List<JsonNode> read() {
    try {
      return JSON.readValue(InterestsInput.read(file, List.of()), LIST);
    } catch (JsonProcessingException e) {
      throw new WrongUse(file + " is not a JSON list of subscribers.");
    }
  }

  private Optional<Change> add(Registrar registrar, int number, JsonNode item) {
    try {
      SubscriberDocument document = JSON.treeToValue(item, SubscriberDocument.class);
      String problem = problem(document);
      if (problem.isEmpty()) {
        return Optional.of(add(registrar, number, document));
      }
      warn("Item " + number + ": " + problem);
    } catch (JsonProcessingException e) {
      warn("Item " + number + " is no subscriber: {\"email\": ..., \"interests\": ...} is wanted.");
    }
    return Optional.empty();
  }

  /** Empty if all is well. A state that is misspelt must not become an active one. */
  private static String problem(@Nullable SubscriberDocument document) {
    if (document == null || document.email() == null || document.interests() == null) {
      return "it needs \"email\" and \"interests\".";
    }
    if (EmailAddress.parse(document.email()).isEmpty()) {
      return "its email is no address.";
    }
    String state = document.state();
    if (state != null && Arrays.stream(State.values()).noneMatch(s -> s.word().equals(state))) {
      return "there is no such state as the one it has.";
    }
    String until = document.pausedUntil();
    return until == null || until.matches("\\d{4}-\\d\\d-\\d\\d")
        ? ""
        : "its paused_until is no day such as 2026-01-07.";
  }

  private Change add(Registrar registrar, int number, SubscriberDocument document) {
    Change change = registrar.add(Addresses.parse(document.email()), document.interests());
    if (change instanceof Change.Rejected rejected) {
      warn("Item " + number + ": the interests have problems:");
      rejected.problems().forEach(problem -> warn(problem.toString()));
    } else if (change instanceof Change.Done done) {
      carryOver(registrar, done.subscriber(), document);
    }
    return change;
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

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
