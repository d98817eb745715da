package dev.paperboy.web;

import static dev.paperboy.Eventually.eventually;

import dev.paperboy.app.Application;
import dev.paperboy.app.ConfigReader;
import dev.paperboy.app.Server;
import dev.paperboy.app.TestApplication;
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
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The whole program in a folder of its own: {@code serve}, on a free port. */
final class Press implements AutoCloseable {

  /** The password of the operator's page. */
  static final String PASSWORD = OperatorPassword.CLEAR;

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
    TestApplication.install(folder);
    application =
        Application.open(
            ConfigReader.read(config, folder.resolve("config.yml"), Map.of()), Clock.systemUTC());
    server = Server.start(application);
  }

  static Press open(Path folder) throws WrongConfig {
    return open(folder, "  admin_password: \"" + OperatorPassword.HASH + "\"");
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

  private void await(BooleanSupplier ready) {
    eventually("the program is ready", Duration.ofMinutes(5), ready);
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
    if (body == null) {
      return WebClient.send(port(), method, path, BodyPublishers.noBody(), headers);
    }
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = Site.FORM;
    return WebClient.send(port(), method, path, BodyPublishers.ofString(body), all);
  }

  @Override
  public void close() {
    server.close();
    application.close();
  }
}
