package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.digest.Digest;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.paper.Edition;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.Progress;
import dev.paperboy.subscriber.Subscriber.Standing;
import dev.paperboy.subscriber.Subscriber.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy preview}. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the mail that these interests, or this subscriber, would get now, and writes it as .eml",
      "and .html. Sends nothing and changes nothing. Shows what waits for the subscriber; if nothing",
      "does, and for a file, the newest day in the archive."
    },
    footer = {
      "%nExamples:",
      "  paperboy preview interests.yml",
      "  paperboy preview ada@example.org --out /tmp/look"
    })
final class PreviewCommand extends CliCommand {

  private static final EmailAddress SOMEBODY = new EmailAddress("reader", "example.org");

  @Parameters(paramLabel = "FILE|EMAIL", description = "Interests in YAML, or a subscriber.")
  private String who = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go; default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("preview");

  @Override
  public Integer call() throws WrongConfig {
    try (Application application = config().open()) {
      boolean isFile = !who.contains("@") || Files.isRegularFile(Path.of(who));
      Subscriber subscriber =
          isFile
              ? somebody(InterestsInput.read(who, List.of()))
              : Addresses.find(application, Addresses.parse(who));
      Parsed parsed = application.readership().parser().parse(subscriber.interests());
      if (parsed.interests().isEmpty()) {
        warn("The interests have problems:");
        parsed.problems().forEach(problem -> warn(problem.toString()));
        return WRONG_USE;
      }
      return preview(application, subscriber, parsed.interests().get());
    }
  }

  private Integer preview(Application application, Subscriber subscriber, Interests interests) {
    List<Edition> editions = editions(application, subscriber);
    if (editions.isEmpty()) {
      warn("The archive is empty. Take in a dump first: paperboy ingest FILE");
      return FAILED;
    }
    Digest digest = application.planner().preview(interests, editions);
    Instant now = application.clock().instant();
    OutgoingMail mail = application.mails().mail(subscriber, digest, "<preview@paperboy>", now);
    write("preview.eml", new MimeWriter().bytes(mail));
    console().say("Subject: %s", mail.head().subject());
    console()
        .say(
            "%d papers meet the interests, of %d on %s%s",
            digest.matched() + digest.more(),
            editions.stream().mapToInt(Edition::papers).sum(),
            digest.date(),
            digest.matched() == 0 ? ": quiet_day decides whether there would be a mail" : "");
    console().say("%s", folder.resolve("preview.eml"));
    String html = mail.body().html();
    if (html != null) {
      write("preview.html", html.getBytes(StandardCharsets.UTF_8));
      console().say("%s", folder.resolve("preview.html"));
    }
    return DONE;
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

  private static Subscriber somebody(String interests) {
    return new Subscriber(
        0,
        SOMEBODY,
        new Standing(State.ACTIVE, null, null),
        interests,
        new Progress(Integer.MAX_VALUE, Instant.MAX),
        "preview",
        Instant.EPOCH);
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
