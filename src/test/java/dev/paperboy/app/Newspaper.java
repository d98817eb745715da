package dev.paperboy.app;

import static dev.paperboy.app.Dumps.capture;

import dev.paperboy.TestClock;
import dev.paperboy.digest.DigestPlanner;
import dev.paperboy.digest.RunSummary;
import dev.paperboy.mail.Transport;
import dev.paperboy.notice.Origin;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.DispatchSummary;
import dev.paperboy.outbox.Dispatcher;
import dev.paperboy.outbox.MailSource;
import dev.paperboy.outbox.MailSources;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An application with one reader, whose steps a test takes one by one. */
final class Newspaper implements AutoCloseable {

  static final String ADA = "ada@example.org";
  static final String ROBOTS = "{interests: [robot], digest: {trending: 0}}";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

  private final TestClock clock;
  private final TestApplication paperboy;
  private final Store store;

  Newspaper(Path folder, TestClock clock, TestDatabase database) {
    this.clock = clock;
    StoreSettings settings = database.fresh();
    this.store = Store.open(settings);
    this.paperboy =
        new TestApplication(
            folder,
            clock,
            """
            database: {url: "%s", user: "%s", password: "%s"}
            dumps: {settle: 1s, mail_max_age: 365d}
            """
                .formatted(settings.url(), settings.user(), settings.password()));
  }

  Application application() {
    return paperboy.application();
  }

  TestApplication test() {
    return paperboy;
  }

  Store store() {
    return store;
  }

  Registrar registrar() {
    return application().readership().registrar();
  }

  Subscriber subscribe(String interests) {
    return paperboy.subscribe(ADA, interests);
  }

  Subscriber ada() {
    return paperboy.subscriber(ADA);
  }

  void leave() {
    application().subscriptions().departures().leave(ada(), "test", Origin.NO_MAIL);
  }

  boolean comeBack() {
    return application().subscriptions().departures().comeBack(ada(), Origin.NO_MAIL);
  }

  void hour(String at) {
    registrar()
        .changeInterests(ada(), "{interests: [robot], digest: {trending: 0, at: \"" + at + "\"}}");
  }

  /** Takes today's dump in: one paper about robots with this title. */
  void takeIn(String title) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    paperboy.drop(
        title + ".txt",
        capture(DAY.format(today), title, "A robot with " + title + " that picks up things."));
    application().ingester().takeInFolder(result -> {});
  }

  /** Plans by the hours of readers, as {@code serve} does. */
  RunSummary plan() {
    return application().planner().planDue();
  }

  /** A planner that looks at this clock. */
  DigestPlanner planner(Clock interrupted) {
    return new DigestPlanner(
        application().archive(),
        application().readership(),
        application().digests(),
        application().runLog(),
        interrupted);
  }

  /** Sends what is due into the local mailbox. */
  DispatchSummary deliver() {
    return application().dispatcher().deliverDue(() -> {});
  }

  /** A dispatcher of digests with another source or transport. */
  Dispatcher dispatcher(Transport transport, MailSource source) {
    return new Dispatcher(
        store,
        transport,
        new MailSources(Map.of("digest", source)),
        application().config().mailing().delivery(),
        clock);
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  List<String> mails() {
    return paperboy.mails();
  }

  /** Hers that are digests. */
  List<Delivery> deliveries() {
    return application().outbox().of(ada().id()).stream()
        .filter(delivery -> delivery.order().kind().equals("digest"))
        .toList();
  }

  @Override
  public void close() {
    paperboy.close();
    store.close();
  }
}
