package dev.paperboy.model;

import dev.paperboy.InterruptedClock;
import dev.paperboy.TestClock;
import dev.paperboy.app.Application;
import dev.paperboy.app.TestApplication;
import dev.paperboy.digest.DigestPlanner;
import dev.paperboy.outbox.Dispatcher;
import dev.paperboy.outbox.MailSources;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import java.nio.file.Path;
import java.util.Map;

/** One process with its own connections to the store. */
final class Node implements AutoCloseable {

  private final TestClock clock;
  private final Store store;
  private final TestApplication paperboy;
  private final Relay relay;
  private Dispatcher dispatcher;
  private Runnable between = () -> {};

  Node(Path folder, TestClock clock, StoreSettings settings, Relay relay) {
    this.clock = clock;
    this.relay = relay;
    this.store = Store.open(settings);
    this.paperboy =
        new TestApplication(
            folder,
            clock,
            """
            database: {url: "%s", user: "%s", password: "%s"}
            dumps: {mail_max_age: 3650d}
            delivery: {connections: 1, max_age: 30d}
            """
                .formatted(settings.url(), settings.user(), settings.password()));
    this.dispatcher = start();
  }

  /** The process begins anew, after it has died. */
  void restart() {
    dispatcher = start();
    if (store.embedded()) {
      dispatcher.recover();
    }
  }

  private Dispatcher start() {
    return new Dispatcher(
        store,
        relay,
        new MailSources(
            Map.of("digest", new Interrupted(application().mails(), () -> between.run()))),
        application().config().mailing().delivery(),
        clock);
  }

  Application application() {
    return paperboy.application();
  }

  Store store() {
    return store;
  }

  /** A planner before whose chosen step something else happens. */
  DigestPlanner planner(int chosen, Runnable what) {
    return new DigestPlanner(
        application().archive(),
        application().readership(),
        application().digests(),
        application().runLog(),
        new InterruptedClock(clock, chosen, what));
  }

  /**
   * Sends what is due.
   *
   * @param interruption told before each step between looking mails up and sending them
   */
  void deliver(Runnable interruption) {
    between = interruption;
    try {
      dispatcher.deliverDue(() -> {});
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof AssertionError broken) {
        throw broken;
      }
      if (!(e.getCause() instanceof Relay.Death)) {
        throw e;
      }
      restart();
    } finally {
      between = () -> {};
    }
  }

  @Override
  public void close() {
    paperboy.close();
    store.close();
  }
}
