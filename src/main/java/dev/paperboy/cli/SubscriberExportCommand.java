package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.StoredAboutReaders;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.subscriber.Subscriber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paperboy subscriber export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    header = "Prints everything stored about subscribers, as JSON.",
    description = {
      "Prints everything stored about one subscriber, or about all of them, as one JSON document.",
      "The import command reads it."
    })
final class SubscriberExportCommand extends CliCommand {

  @Parameters(arity = "0..1", paramLabel = "EMAIL", description = "One subscriber; else all.")
  private @Nullable String email;

  @Override
  public Integer call() throws WrongConfig {
    try (Application application = config().open()) {
      List<Subscriber> subscribers =
          email == null
              ? application.readership().subscribers().all()
              : List.of(Addresses.find(application, Addresses.parse(email)));
      StoredAboutReaders stored = new StoredAboutReaders(application);
      console().json(subscribers.stream().map(stored::document).toList());
    }
    return DONE;
  }
}
