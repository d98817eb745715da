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
  private static final Duration PLAN_EVERY = Duration.ofSeconds(5);
  private static final Duration NOTICES_EVERY = Duration.ofSeconds(2);
  private static final Duration INDEX_EVERY = Duration.ofSeconds(10);

  private final Steps steps;
  private final Schedule schedule;
  private final WebServer web;
  private final ArchiveSearch search;
  private final Optional<MailboxWatch> mailbox;

  private Server(Application application) {
    Vitals vitals = new Vitals(application.clock());
    steps = new Steps(application, vitals);
    search = application.search();
    web = new WebServer(application.config().web(), WebWiring.parts(application, vitals, search));
    schedule = new Schedule();
    schedule.every(application.config().dumps().checkEvery(), "ingest", steps::ingest);
    schedule.every(PLAN_EVERY, "plan", steps::plan);
    schedule.every(INDEX_EVERY, "search", () -> vitals.watch("search", search::update));
    schedule.every(
        application.config().mailing().delivery().checkEvery(), "deliver", steps::deliver);
    schedule.every(NOTICES_EVERY, "notices", steps::deliverNotices);
    mailbox = MailboxWatch.of(application, vitals, schedule);
  }

  /**
   * Starts everything.
   *
   * @throws dev.paperboy.web.WebUnavailable if the port is taken
   */
  public static Server start(Application application) {
    Server server = new Server(application);
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
