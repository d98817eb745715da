package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.MailVerdict;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.mail.BodyText;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.template.BrokenTemplate;
import dev.paperboy.template.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy preview}. */
@Command(
    name = "preview",
    header = "Makes a mail as it would be sent now, and checks it.",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the mail that these interests, or this subscriber, would get now, and writes it as .eml",
      "and .html. Sends nothing and changes nothing. Shows what waits for the subscriber; if nothing",
      "does, and for a file, the newest day in the archive. The other mails are shown with samples.",
      "",
      "Says what is wrong with the mail by the rules of docs/mail.md, and ends with exit code 1 if it",
      "breaks one that a mail must keep. What only matters once you send for real is said, too, and",
      "does not count while mail.transport is mailbox."
    },
    footer = {
      "%nExamples:",
      "  paperboy preview interests.yml",
      "  paperboy preview ada@example.org --out /tmp/look",
      "  paperboy preview interests.yml --watch          while you edit templates/",
      "  paperboy preview --mail welcome --language de"
    })
final class PreviewCommand extends CliCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|EMAIL",
      description = "Interests in YAML, or a subscriber; for the digest.")
  private @Nullable String who;

  @Option(
      names = "--mail",
      paramLabel = "KIND",
      description = "Which mail: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private MailKind kind = MailKind.DIGEST;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Another language than templates/mail.yml says, such as de.")
  private @Nullable String language;

  @Option(
      names = "--watch",
      description = "Goes on and makes it anew whenever a file in the templates folder changes.")
  private boolean watch;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go; default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("preview");

  @Override
  public Integer call() throws WrongConfig {
    try (Application application = config().open()) {
      Templates templates =
          language == null ? application.templates() : application.templates().in(language);
      if (kind != MailKind.DIGEST) {
        return show(
            application,
            templates,
            () -> PreviewMail.ofNotice(application, templates, kind.notice()));
      }
      if (who == null) {
        throw new WrongUse(
            "Whose digest? Give a YAML file or a subscriber, or another mail with --mail.");
      }
      Subscriber subscriber = subscriber(application, who);
      Parsed parsed = application.readership().parser().parse(subscriber.interests());
      if (parsed.interests().isEmpty()) {
        warn("The interests have problems:");
        parsed.problems().forEach(problem -> warn(problem.toString()));
        return WRONG_USE;
      }
      Optional<PreviewDigest> preview =
          PreviewDigest.of(application, subscriber, parsed.interests().get());
      if (preview.isEmpty()) {
        warn("The archive is empty. Take in a dump first: paperboy ingest FILE");
        return FAILED;
      }
      console().say("%s", preview.get().sentence());
      return show(
          application,
          templates,
          () -> PreviewMail.ofDigest(application, templates, subscriber, preview.get().digest()));
    }
  }

  private static Subscriber subscriber(Application application, String who) {
    boolean isFile = !who.contains("@") || Files.isRegularFile(Path.of(who));
    return isFile
        ? PreviewDigest.somebody(InterestsInput.read(who, List.of()))
        : Addresses.find(application, Addresses.parse(who));
  }

  private Integer show(Application application, Templates templates, Supplier<PreviewMail> making) {
    if (!watch) {
      PreviewMail made = making.get();
      console().say("Subject: %s", made.mail().head().subject());
      write(made).forEach(file -> console().say("%s", file));
      say(made.verdict());
      return made.verdict().fit() ? DONE : FAILED;
    }
    FolderWatch files = new FolderWatch(application.config().folders().templates());
    try {
      while (true) {
        say(making);
        files.awaitChange();
        templates.reload();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return DONE;
    }
  }

  /** One line for each time it is made, and what is wrong with it. */
  private void say(Supplier<PreviewMail> making) {
    LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    try {
      PreviewMail made = making.get();
      console().say("%s  %s  %s", now, made.mail().head().subject(), write(made));
      if (!made.verdict().findings().isEmpty()) {
        new LintLines(console()).print(made.verdict().findings());
      }
    } catch (BrokenTemplate mistake) {
      warn(now + "  " + mistake.getMessage());
    }
  }

  private void say(MailVerdict verdict) {
    new LintLines(console()).print(verdict.findings());
    if (!verdict.beforeSending().isEmpty()) {
      console().say("Before you send for real:");
      verdict.beforeSending().forEach(sentence -> console().say("  %s", sentence));
    }
  }

  private List<Path> write(PreviewMail made) {
    Path message = write("preview.eml", made.message());
    BodyText html = made.mail().body().html();
    return html == null
        ? List.of(message)
        : List.of(message, write("preview.html", html.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private Path write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
