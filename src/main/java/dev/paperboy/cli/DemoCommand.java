package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.Config;
import dev.paperboy.app.DailyJob;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.digest.Digest;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.dump.DumpIngester;
import dev.paperboy.dump.IngestResult;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.Subscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy demo}. */
@Command(
    name = "demo",
    header = "Shows the whole job on sample papers and readers.",
    mixinStandardHelpOptions = true,
    description = {
      "The whole job on sample papers and four sample subscribers, in a scratch folder: takes the",
      "dump in, matches, renders, and puts the mails in a local mailbox. Nothing leaves the machine",
      "and nothing of yours is touched."
    },
    footer = {
      "%nExamples:",
      "  paperboy demo",
      "  paperboy demo saved-page.txt another.json     your own dumps instead of the sample",
      "  paperboy demo --serve                         and then the web pages, until Ctrl-C"
    })
final class DemoCommand extends CliCommand {

  private static final int TITLE_WIDTH = 52;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Dumps to use instead.")
  private List<Path> files = List.of();

  @Option(names = "--serve", description = "Then answer the web pages, until stopped.")
  private boolean serve;

  @Override
  public Integer call() throws WrongConfig, InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Path scratch = scratchFolder();
    Config config = config().read().inScratch(scratch);
    try (Application application = Application.open(config, Clock.systemUTC())) {
      addSubscribers(application);
      if (!ingest(application, scratch)) {
        warn("No papers came in, so there is nothing to show.");
        return FAILED;
      }
      DailyJob.Report report =
          new DailyJob(application).run(dump -> {}, mails -> MailProgress.on(err(), mails));
      console().say("");
      table(application);
      console().say("");
      console().say("Planned:  %s", report.planned().sentence());
      console().say("Sent:     %s", report.delivered().sentence());
      whatNext(application);
      if (serve) {
        Serving.untilStopped(application, closed, this::announce);
      }
      return report.delivered().halted().isEmpty() ? DONE : FAILED;
    } finally {
      closed.countDown();
    }
  }

  private void announce(int port) {
    console().say("");
    console().say("The pages are up; Ctrl-C stops them:");
    console().say("  the mails:   http://localhost:%d/mailbox", port);
    console().say("  the papers:  http://localhost:%d/editions", port);
  }

  private void addSubscribers(Application application) {
    for (SampleReader reader : SampleReader.ALL) {
      EmailAddress address = Addresses.parse(reader.email());
      Change change = application.readership().registrar().add(address, reader.interests());
      if (!(change instanceof Change.Done)) {
        throw new IllegalStateException(reader.email() + ": " + change);
      }
    }
    console().say("%d sample subscribers, each with interests in YAML", SampleReader.ALL.size());
  }

  private boolean ingest(Application application, Path scratch) {
    DumpIngester ingester = application.ingester();
    List<IngestResult> results = new ArrayList<>();
    List<Path> dumps = files.isEmpty() ? List.of(SampleReader.sampleDump(scratch)) : files;
    for (Path dump : dumps) {
      IngestResult result = ingester.takeIn(dump, false);
      IngestLines.print(console(), result);
      results.add(result);
    }
    return results.stream().anyMatch(IngestResult.TakenIn.class::isInstance);
  }

  private void table(Application application) {
    List<List<String>> rows = new ArrayList<>();
    for (Subscriber subscriber : application.readership().subscribers().all()) {
      String name = subscriber.address().toString();
      List<PlannedDigest> planned = application.digests().of(subscriber.id(), 1);
      if (planned.isEmpty()) {
        rows.add(List.of(name, "(no mail)", "no new papers"));
      }
      for (PlannedDigest one : planned) {
        Digest digest = application.digests().contents(one, application.archive());
        rows.addAll(rows(name, digest));
      }
    }
    console().table(List.of("who", "paper", "why"), rows);
  }

  private static List<List<String>> rows(String name, Digest digest) {
    List<List<String>> rows = new ArrayList<>();
    for (Digest.Section section : digest.sections()) {
      section.entries().forEach(entry -> add(rows, name, entry, ReasonLines.brief(entry)));
    }
    digest.trending().forEach(entry -> add(rows, name, entry, "trending"));
    if (digest.more() > 0) {
      rows.add(List.of("", "and " + digest.more() + " more that matched", ""));
    }
    return rows.isEmpty() ? List.of(List.of(name, "(no mail)", "nothing matched")) : rows;
  }

  private static void add(List<List<String>> rows, String name, Entry entry, String why) {
    String title = entry.paper().title();
    String shown =
        title.codePointCount(0, title.length()) <= TITLE_WIDTH
            ? title
            : title.substring(0, title.offsetByCodePoints(0, TITLE_WIDTH - 1)) + "…";
    rows.add(List.of(rows.isEmpty() ? name : "", shown, why));
  }

  private void whatNext(Application application) {
    Path mailbox = application.mailbox();
    console().say("");
    console().say("Look at the mails:  %s", mailbox.resolve("index.html").toUri());
    console().say("The mails as files: %s/*.eml", mailbox);
    if (!serve) {
      console()
          .say("With the web pages: ./paperboy demo --serve, then http://localhost:8080/mailbox");
    }
    console().say("");
    console().say("What next:");
    console().say("  1. Write your interests:   docs/interests.md shows all they can say");
    console()
        .say(
            "  2. Add yourself:           ./paperboy subscriber add you@example.org interests.yml");
    console().say("  3. Say how mail leaves:    smtp in config.yml");
    console().say("  4. Leave it running:       ./paperboy serve, and drop dumps into dumps/");
  }

  private static Path scratchFolder() {
    try {
      return Files.createTempDirectory("paperboy-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
