package dev.paperboy.app;

import static dev.paperboy.app.Dumps.capture;

import dev.paperboy.MailSink;
import dev.paperboy.TestClock;
import dev.paperboy.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Applications that send to a {@link MailSink}, and readers for them. */
final class SmtpApplication {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private SmtpApplication() {}

  /** On H2 in the folder. */
  static TestApplication open(Path folder, TestClock clock, MailSink sink) {
    return new TestApplication(folder, clock, config(folder, sink));
  }

  /** On this database, with as many connections to it as the program has. */
  static TestApplication open(Path folder, TestClock clock, MailSink sink, StoreSettings database) {
    Config config = config(folder, sink);
    return new TestApplication(
        folder,
        clock,
        new Config(
            config.folders(),
            config.mailing(),
            new StoreSettings(
                database.url(),
                database.user(),
                database.password(),
                config.store().connections(),
                database.connectionTimeout()),
            config.dumps(),
            config.digest(),
            config.inbound(),
            config.web(),
            config.operator()));
  }

  private static Config config(Path folder, MailSink sink) {
    return TestApplication.read(
        folder,
        """
        mail: {from: paperboy@example.org, transport: smtp}
        smtp: {host: 127.0.0.1, port: %d, security: none}
        dumps: {settle: 0s, check_every: 1s}
        delivery: {check_every: 1s}
        web: {port: 0}
        """
            .formatted(sink.port()));
  }

  /** Readers of this number who look for robots, before any dump. */
  static void subscribe(TestApplication paperboy, int readers) {
    for (int i = 0; i < readers; i++) {
      paperboy.subscribe("reader" + i + "@d" + i % 10 + ".example.org", "interests: [robot]");
    }
  }

  /** Takes a dump of this day in, such as {@code Dec 5}, with one paper for everybody. */
  static void takeIn(TestApplication paperboy, String day) {
    paperboy.drop(
        day + ".txt",
        capture(day, "Soft Hands of " + day, "A robot that picks up eggs on " + day + "."));
    paperboy.application().ingester().takeInFolder(result -> {});
  }

  /** What {@code /healthz} answers. */
  static int health(Server server) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/healthz"))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
