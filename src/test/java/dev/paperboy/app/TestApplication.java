package dev.paperboy.app;

import dev.paperboy.TestClock;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.Subscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A whole application in a folder, on a clock that the test moves. */
public final class TestApplication implements AutoCloseable {

  /** Nothing to wait for. */
  public static final String QUICK =
      """
      dumps:
        settle: 1s
      """;

  private final Path folder;
  private final TestClock clock;
  private final Application application;

  public TestApplication(Path folder, TestClock clock, String config) {
    this(folder, clock, read(folder, config));
  }

  TestApplication(Path folder, TestClock clock, Config config) {
    this.folder = folder;
    this.clock = clock;
    try {
      if (config.store().url().equals(StoreSettings.embeddedIn(folder.resolve("data")))) {
        install(folder);
      }
      this.application = Application.open(config, clock);
    } catch (WrongConfig e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The config that this text describes, for a file in the folder. */
  static Config read(Path folder, String config) {
    try {
      return ConfigReader.read(config, folder.resolve("config.yml"), Map.of());
    } catch (WrongConfig e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Puts a migrated database where the program would make one, unless one is there. */
  public static void install(Path folder) {
    Path data = folder.resolve("data");
    if (Files.notExists(data.resolve("paperboy.mv.db"))) {
      TestDatabase.embedIn(data);
    }
  }

  public Application application() {
    return application;
  }

  public Subscriber subscribe(String email, String interests) {
    EmailAddress address = EmailAddress.parse(email).orElseThrow();
    Change change = application.readership().registrar().add(address, interests);
    if (change instanceof Change.Done done) {
      return done.subscriber();
    }
    throw new IllegalArgumentException(change.toString());
  }

  public Subscriber subscriber(String email) {
    return application
        .readership()
        .subscribers()
        .find(EmailAddress.parse(email).orElseThrow())
        .orElseThrow();
  }

  /**
   * Puts a file into the dumps folder, written a minute ago by the test's clock; whole from the
   * first moment it can be seen, as a running server may look at any time.
   */
  public Path drop(String name, String content) {
    Path dumps = folder.resolve("dumps");
    Path hidden = dumps.resolve("." + name);
    try {
      Files.createDirectories(dumps);
      Files.writeString(hidden, content);
      Files.setLastModifiedTime(
          hidden, FileTime.from(clock.instant().minus(Duration.ofMinutes(1))));
      return Files.move(hidden, dumps.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DailyJob.Report run() {
    return new DailyJob(application).run(dump -> {}, mails -> SILENT);
  }

  /** The messages in the local mailbox, as text, by file name. */
  public List<String> mails() {
    if (!Files.isDirectory(application.mailbox())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(application.mailbox())) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(TestApplication::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    application.close();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final DailyJob.Progress SILENT =
      new DailyJob.Progress() {
        @Override
        public void step() {}

        @Override
        public void close() {}
      };
}
