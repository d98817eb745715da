package dev.paperboy.app;

import dev.paperboy.search.ArchiveSearch;
import dev.paperboy.web.WebServer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code serve}: the schedule and the web server, until closed. Closing lets the mail in hand
 * finish and stops everything in reverse order.
 */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** How often the steps run that have no interval in the config. */
  record Intervals(Duration plan, Duration notices, Duration search) {

    static final Intervals USUAL =
        new Intervals(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(10));
  }

  private final Steps steps;
  private final Schedule schedule;
  private final WebServer web;
  private final ArchiveSearch search;
  private final Optional<MailboxWatch> mailbox;

  private Server(Application application, Intervals intervals) {
    Vitals vitals = new Vitals(application.clock());
    steps = new Steps(application, vitals);
    search = application.search();
    web = new WebServer(application.config().web(), WebWiring.parts(application, vitals, search));
    schedule = new Schedule();
    schedule.every(application.config().dumps().checkEvery(), "ingest", steps::ingest);
    schedule.every(intervals.plan(), "plan", steps::plan);
    schedule.every(intervals.search(), "search", () -> vitals.watch("search", search::update));
    schedule.every(
        application.config().mailing().delivery().checkEvery(), "deliver", steps::deliver);
    schedule.every(intervals.notices(), "notices", steps::deliverNotices);
    mailbox = MailboxWatch.of(application, vitals, schedule);
  }

  /**
   * Starts everything.
   *
   * @throws dev.paperboy.web.WebUnavailable if the port is taken
   */
  public static Server start(Application application) {
    return start(application, Intervals.USUAL);
  }

  /** The same at other intervals. */
  static Server start(Application application, Intervals intervals) {
    Server server = new Server(application, intervals);
    server.web.start();
    server.schedule.start();
    server.mailbox.ifPresent(MailboxWatch::start);
    LOG.info(
        "Paperboy is up: pages at {}, dumps from {}, mail by {}",
        application.config().mailing().sender().baseUrl(),
        application.config().dumps().folder(),
        application.transport().describe());
    return server;
  }

  /** Where the web server listens. */
  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    steps.stop();
    mailbox.ifPresent(MailboxWatch::close);
    schedule.close();
    web.close();
    search.close();
    LOG.info("Paperboy has stopped");
  }
}
