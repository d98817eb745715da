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
import dev.paperboy.web.SiteParts.Extent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A Paperboy with pages, on a free port, over a database in memory. Everything that remembers
 * something is new for each site. The database is the one that tests use in turn, emptied; a site
 * that is open beside another has its own.
 */
final class Site implements AutoCloseable {

  static final String FORM = "application/x-www-form-urlencoded";

  /** A Wednesday. */
  static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");

  private static final Supplier<Health> WELL = () -> new Health(true, Map.of());
  private static final WebSettings UNLIMITED = new WebSettings("127.0.0.1", 0, 0, 0, 0);

  private static final DigestWishes WISHES =
      new DigestWishes(
          new Rhythm(Every.DAY, DayOfWeek.MONDAY, LocalTime.of(7, 30), ZoneId.of("UTC")),
          10,
          3,
          QuietDay.SKIP,
          Format.HTML);

  /** Immutable, and slow to read. */
  private static final PageStyle STYLE = PageStyle.shipped();

  private static final AtomicBoolean COMMON_STORE_TAKEN = new AtomicBoolean();

  final Store store;
  private final boolean ownStore;
  final PaperArchive archive;
  final Readership readership;
  final Tokens tokens;
  final Subscriptions subscriptions;
  final WebParts parts;
  private final WebServer server;

  /** What can differ between sites. */
  private record Plan(
      Path folder, Supplier<Health> health, WebSettings settings, Extent extent, boolean alone) {}

  private Site(Plan plan) {
    Path folder = plan.folder();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    ownStore = plan.alone() || !COMMON_STORE_TAKEN.compareAndSet(false, true);
    store = ownStore ? TestDatabase.H2.open() : TestDatabase.H2.emptied();
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
            new Asking(
                tokens, OptIns.of(secret, store, plan.settings().subscriptionsPerHour(), clock)),
            interests -> new Lately(14, List.of()),
            clock);
    URI base = URI.create("https://papers.example.org/");
    SiteParts more = new SiteParts(folder, store, archive, readership, clock);
    parts =
        new WebParts(
            archive,
            more.library(tokens, base),
            more.operator(plan.extent()),
            readership,
            tokens,
            subscriptions,
            reader -> "{\"email\":\"" + reader.address() + "\"}",
            STYLE,
            plan.health(),
            base,
            clock);
    server = new WebServer(plan.settings(), parts);
  }

  static Site open(Path folder) {
    return open(folder, WELL);
  }

  static Site open(Path folder, Supplier<Health> health) {
    return started(new Plan(folder, health, UNLIMITED, Extent.READERS, false));
  }

  static Site open(Path folder, WebSettings settings) {
    return started(new Plan(folder, WELL, settings, Extent.READERS, false));
  }

  /** One with a database of its own, for tests that break it or run beside others. */
  static Site alone(Path folder) {
    return started(new Plan(folder, WELL, UNLIMITED, Extent.READERS, true));
  }

  /** One with every page there can be, that of the operator and the local mailbox too. */
  static Site whole(Path folder, WebSettings settings) {
    return started(new Plan(folder, WELL, settings, Extent.OPERATOR_TOO, false));
  }

  private static Site started(Plan plan) {
    Site site = new Site(plan);
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
    return WebClient.send(port(), method, path, body, headers);
  }

  static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  @Override
  public void close() {
    server.close();
    if (ownStore) {
      store.close();
    } else {
      COMMON_STORE_TAKEN.set(false);
    }
  }
}
