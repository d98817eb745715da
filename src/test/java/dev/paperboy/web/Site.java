package dev.paperboy.web;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.notice.Notices;
import dev.paperboy.notice.OptIns;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.notice.Subscriptions.Asking;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.paper.DumpEntry;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.template.PageStyle;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A Paperboy with pages, on a free port, over a database in memory. */
final class Site implements AutoCloseable {

  static final String FORM = "application/x-www-form-urlencoded";

  /** A Wednesday. */
  static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");

  private static final DigestWishes WISHES =
      new DigestWishes(
          new Rhythm(Every.DAY, DayOfWeek.MONDAY, LocalTime.of(7, 30), ZoneId.of("UTC")),
          10,
          3,
          QuietDay.SKIP,
          Format.HTML);

  final Store store;
  final PaperArchive archive;
  final Readership readership;
  final Tokens tokens;
  final Subscriptions subscriptions;
  final WebParts parts;
  private final WebServer server;

  private Site(
      Path folder, Supplier<Health> health, WebSettings settings, SiteParts.Extent extent) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    store = TestDatabase.H2.open();
    archive = new PaperArchive(store, clock);
    InterestsParser parser = new InterestsParser(WISHES);
    Registrar registrar = new Registrar(store, parser, clock, () -> 0);
    readership = new Readership(new Subscribers(store), registrar, parser);
    InstanceSecret secret = InstanceSecret.in(folder);
    tokens = new Tokens(secret, store, clock);
    Notices notices =
        new Notices(store, new Outbox(store, clock), secret, "papers.example.org", clock);
    subscriptions =
        new Subscriptions(
            store,
            readership,
            notices,
            new Asking(tokens, OptIns.of(secret, store, settings.subscriptionsPerHour(), clock)),
            interests -> new Lately(14, List.of()),
            clock);
    URI base = URI.create("https://papers.example.org/");
    SiteParts more = new SiteParts(folder, store, archive, readership, clock);
    parts =
        new WebParts(
            archive,
            more.library(tokens, base),
            more.operator(extent),
            readership,
            tokens,
            subscriptions,
            reader -> "{\"email\":\"" + reader.address() + "\"}",
            PageStyle.shipped(),
            health,
            base,
            clock);
    server = new WebServer(settings, parts);
  }

  static Site open(Path folder) {
    return open(folder, () -> new Health(true, Map.of()));
  }

  static Site open(Path folder, Supplier<Health> health) {
    return started(
        new Site(
            folder, health, new WebSettings("127.0.0.1", 0, 0, 0, 0), SiteParts.Extent.READERS));
  }

  static Site open(Path folder, WebSettings settings) {
    return started(
        new Site(folder, () -> new Health(true, Map.of()), settings, SiteParts.Extent.READERS));
  }

  /** One with every page there can be, that of the operator and the local mailbox too. */
  static Site whole(Path folder, WebSettings settings) {
    return started(
        new Site(
            folder, () -> new Health(true, Map.of()), settings, SiteParts.Extent.OPERATOR_TOO));
  }

  private static Site started(Site site) {
    site.server.start();
    return site;
  }

  int port() {
    return server.port();
  }

  Subscriber subscriber(String address, String interests) {
    Change change =
        readership.registrar().add(EmailAddress.parse(address).orElseThrow(), interests);
    if (change instanceof Change.Done done) {
      return done.subscriber();
    }
    throw new AssertionError(change);
  }

  Subscriber reread(Subscriber subscriber) {
    return readership.subscribers().find(subscriber.id()).orElseThrow();
  }

  String link(Subscriber subscriber, Purpose purpose) {
    return (purpose == Purpose.UNSUBSCRIBE ? "/unsubscribe/" : "/interests/")
        + tokens.of(subscriber, purpose);
  }

  void dump(String day, boolean archiveOnly, Listing... listings) {
    String hash = UUID.randomUUID().toString();
    archive.record(
        new DumpEntry(hash, hash, "text", LocalDate.parse(day), "file name"),
        List.of(listings),
        archiveOnly);
  }

  /** Everything the database holds. */
  List<String> content() {
    return store.jdbi().withHandle(db -> db.createQuery("script").mapTo(String.class).list());
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = type;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send("POST", path, BodyPublishers.ofString(body), all);
  }

  HttpResponse<String> save(String link, String interests, String... headers) {
    String field = "interests=" + URLEncoder.encode(interests, StandardCharsets.UTF_8);
    return post(link, FORM, field, headers);
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      // A client for each request: the server may close a connection whose body it refused, and a
      // connection kept for the next request would break that one.
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
