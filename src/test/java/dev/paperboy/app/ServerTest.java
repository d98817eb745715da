package dev.paperboy.app;

import static dev.paperboy.Eventually.eventually;
import static dev.paperboy.app.Dumps.capture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.app.Server.Intervals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} with real Quartz at short intervals, on a clock that the test moves. */
class ServerTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CONFIG =
      """
      web: {port: 0}
      dumps: {settle: 0s, check_every: 1s}
      delivery: {check_every: 1s}
      """;

  /** As short as those of the config can be. */
  private static final Intervals SHORT =
      new Intervals(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T04:00:00Z");
  private @Nullable TestApplication open;

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  @Test
  void a_dump_dropped_at_night_is_delivered_at_each_readers_hour() {
    TestApplication paperboy = open(CONFIG);
    paperboy.subscribe(
        "berlin@example.org",
        "{interests: [robot], digest: {at: '07:30', timezone: Europe/Berlin}}");
    paperboy.subscribe(
        "york@example.org",
        "{interests: [robot], digest: {at: '07:30', timezone: America/New_York}}");
    try (Server server = Server.start(paperboy.application(), SHORT)) {
      paperboy.drop(
          "tonight.txt",
          capture("Dec 5", "Soft Hands", "A robot that picks up eggs and counts them."));
      eventually(
          "the dump is in", PATIENCE, () -> paperboy.application().archive().newestEdition() == 1);

      clock.moveTo("2025-12-05T06:29:00Z");
      assertThat(paperboy.mails()).isEmpty();
      clock.moveTo("2025-12-05T06:30:00Z");
      eventually("Berlin's mail", PATIENCE, () -> paperboy.mails().size() == 1);
      assertThat(paperboy.mails().get(0)).contains("To: berlin@example.org");

      clock.moveTo("2025-12-05T12:30:00Z");
      eventually("New York's mail", PATIENCE, () -> paperboy.mails().size() == 2);
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void a_restart_neither_loses_nor_repeats_a_mail() {
    TestApplication first = open(CONFIG);
    first.subscribe("ada@example.org", "interests: [robot]");
    serving(
        first,
        () -> {
          first.drop("one.txt", capture("Dec 5", "Soft Hands", "A robot that picks up eggs."));
          eventually(
              "the dump is in", PATIENCE, () -> first.application().archive().newestEdition() == 1);
        });
    first.close();

    clock.moveTo("2025-12-05T09:00:00Z");
    TestApplication late = open(CONFIG);
    serving(
        late,
        () -> eventually("the mail, late but there", PATIENCE, () -> late.mails().size() == 1));
    late.close();

    clock.moveTo("2025-12-06T09:00:00Z");
    TestApplication nextDay = open(CONFIG);
    serving(
        nextDay,
        () ->
            eventually(
                "the next day is planned",
                PATIENCE,
                () ->
                    nextDay
                        .subscriber("ada@example.org")
                        .progress()
                        .nextDigestAt()
                        .isAfter(clock.instant())));
    assertThat(nextDay.mails()).hasSize(1);
  }

  @Test
  void healthz_says_what_is_wrong() {
    TestApplication paperboy =
        open(
            CONFIG
                + """
            mail: {from: paperboy@example.org, transport: smtp}
            smtp: {host: 127.0.0.1, port: 1, security: none, connect_timeout: 1s}
            """);
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.drop(
        "one.txt", capture("Dec 5", "Soft Hands", "A robot that picks up eggs and counts them."));
    try (Server server = Server.start(paperboy.application(), SHORT)) {
      assertThat(get(server, "/").statusCode()).isEqualTo(200);
      clock.moveTo("2025-12-05T09:00:00Z");
      eventually("health is bad", PATIENCE, () -> get(server, "/healthz").statusCode() == 503);
      assertThat(get(server, "/healthz").body()).contains("deliver").contains("127.0.0.1");
    }
  }

  private static HttpResponse<String> get(Server server, String path) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void serving(TestApplication paperboy, Runnable meanwhile) {
    Server server = Server.start(paperboy.application(), SHORT);
    try {
      meanwhile.run();
    } finally {
      server.close();
    }
  }

  private TestApplication open(String config) {
    open = new TestApplication(folder, clock, config);
    return open;
  }
}
