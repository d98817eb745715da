package dev.paperboy.walks;

import static dev.paperboy.Eventually.eventually;

import dev.paperboy.TestClock;
import dev.paperboy.app.Dumps;
import dev.paperboy.app.Server;
import dev.paperboy.app.TestApplication;
import dev.paperboy.mail.StoredMail;
import dev.paperboy.mail.StoredMails;
import dev.paperboy.web.OperatorPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code serve} in a folder, on a clock that the test moves, where the links of its mails lead. */
final class Newsstand implements AutoCloseable {

  static final String PASSWORD = OperatorPassword.CLEAR;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S+");

  final TestApplication paperboy;
  final TestClock clock;
  private final Server server;

  private Newsstand(TestApplication paperboy, TestClock clock) {
    this.paperboy = paperboy;
    this.clock = clock;
    this.server = Server.start(paperboy.application());
  }

  /** Early on a Friday. */
  static Newsstand open(Path folder) {
    return open(folder, "");
  }

  /**
   * @param more further lines of the config
   */
  static Newsstand open(Path folder, String more) {
    TestClock clock = new TestClock("2025-12-05T04:00:00Z");
    int port = freePort();
    String config =
        """
        base_url: http://127.0.0.1:%d
        web: {port: %d, per_minute: 0, admin_password: "%s"}
        dumps: {settle: 0s, check_every: 1s}
        delivery: {check_every: 1s}
        %s
        """
            .formatted(port, port, OperatorPassword.HASH, more);
    return new Newsstand(new TestApplication(folder, clock, config), clock);
  }

  /** The links in mails name the port before anybody listens there. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** Drops the dump that comes with the program, and waits until its papers are there. */
  void dropSample() {
    try {
      paperboy.drop("2025-12-05.txt", Files.readString(Path.of("dumps/sample/2025-12-05.txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitEdition(1);
  }

  /** Drops a dump of one paper about robots. */
  void dropRobots() {
    paperboy.drop(
        "robots.txt",
        Dumps.capture("Dec 5", "Soft Hands", "A robot that picks up eggs and counts them."));
  }

  void awaitEdition(int number) {
    await("edition " + number, () -> paperboy.application().archive().newestEdition() >= number);
  }

  void await(String what, BooleanSupplier condition) {
    eventually(what, PATIENCE, condition);
  }

  /** Waits until the search is made ready and knows the papers. */
  void awaitSearch() {
    await("the search", this::searches);
  }

  private boolean searches() {
    try {
      URI page = URI.create(address("/search?q=model"));
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
      return answer.body().contains("<mark>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The name in the local mailbox of the mail with this in its subject, once it has come. */
  String mail(String subject) {
    await("a mail about " + subject, () -> find(subject).isPresent());
    return find(subject).orElseThrow().name();
  }

  /** The link in that mail that begins with this path. */
  String link(String subject, String path) {
    String name = mail(subject);
    try {
      StoredMail mail = mails().find(name).orElseThrow();
      Matcher links = LINK.matcher(mail.text());
      return links
          .results()
          .map(MatchResult::group)
          .filter(link -> link.startsWith(address(path)))
          .findFirst()
          .orElseThrow(() -> new AssertionError(path + " is not in:\n" + mail.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<StoredMails.Line> find(String subject) {
    try {
      List<StoredMails.Line> all = mails().list();
      return all.stream().filter(line -> line.subject().contains(subject)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredMails mails() {
    return new StoredMails(paperboy.application().mailbox());
  }

  @Override
  public void close() {
    server.close();
    paperboy.close();
  }
}
