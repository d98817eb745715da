package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.Application;
import dev.paperboy.app.ConfigReader;
import dev.paperboy.app.Server;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.DumpEntry;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The whole program in a folder of its own: {@code serve}, on a free port. */
final class Press implements AutoCloseable {

  /** The password of the operator's page. */
  static final String PASSWORD = "correct horse battery";

  /** The schedule does each step once, at the start, and then leaves the test alone. */
  private static final String CONFIG =
      """
      dumps: {check_every: 1d}
      delivery: {check_every: 1h}
      web:
        port: 0
        per_minute: 0
      """;

  final Application application;
  private Server server;

  private Press(Path folder, String config) throws WrongConfig {
    application =
        Application.open(
            ConfigReader.read(config, folder.resolve("config.yml"), Map.of()), Clock.systemUTC());
    server = Server.start(application);
  }

  static Press open(Path folder) throws WrongConfig {
    return open(folder, "  admin_password: \"" + PASSWORD + "\"");
  }

  /**
   * @param web further lines of that section of the config
   */
  static Press open(Path folder, String web) throws WrongConfig {
    Press press = new Press(folder, CONFIG + web + "\n");
    try {
      press.await(() -> press.get("/healthz").body().contains("\"deliver\""));
      return press;
    } catch (AssertionError e) {
      press.close();
      throw e;
    }
  }

  /** As if the program had been started again; the search knows all papers then. */
  void restart() {
    server.close();
    server = Server.start(application);
    await(() -> get("/search?q=any").statusCode() == 200);
  }

  private void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(300);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the program does not get ready").isBefore(end);
    }
  }

  int port() {
    return server.port();
  }

  static Listing listing(String key, String title, String text, int votes) {
    PaperDetails details =
        new PaperDetails(
            key,
            title,
            text,
            Authors.named(List.of("Ada Lovelace", "Bo \"Two\" <b>")),
            new Organization("big-lab", "Big Lab & Sons"),
            LocalDate.parse("2026-02-28"),
            new Links(URI.create("https://papers.example.org/" + key), null, null));
    return new Listing(details, new Popularity(votes, 1));
  }

  /** Takes a dump of today in. */
  void dump(Listing... listings) {
    String hash = UUID.randomUUID().toString();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    application
        .archive()
        .record(new DumpEntry(hash, hash, "text", today, "file name"), List.of(listings), false);
  }

  Subscriber subscriber(String address, String interests) {
    Change change =
        application
            .readership()
            .registrar()
            .add(EmailAddress.parse(address).orElseThrow(), interests);
    if (change instanceof Change.Done done) {
      return done.subscriber();
    }
    throw new AssertionError(change);
  }

  void suppress(Subscriber reader, String reason) {
    application.readership().registrar().suppress(reader, reason);
  }

  /** Plans for everybody and sends into the local mailbox. */
  void run() {
    application.planner().planAll();
    application.dispatcher().deliverDue(() -> {});
  }

  String token(Subscriber reader, Purpose purpose) {
    return application.tokens().of(reader, purpose);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", Site.FORM);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
    application.close();
  }
}
