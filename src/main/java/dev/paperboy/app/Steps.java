package dev.paperboy.app;

import dev.paperboy.digest.DigestPlanner;
import dev.paperboy.digest.RunSummary;
import dev.paperboy.dump.DumpIngester;
import dev.paperboy.dump.IngestResult;
import dev.paperboy.dump.IngestResult.LeftAlone;
import dev.paperboy.dump.IngestResult.NotMoved;
import dev.paperboy.dump.IngestResult.Refused;
import dev.paperboy.outbox.DispatchSummary;
import dev.paperboy.outbox.Dispatcher;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that {@code serve} repeats. Each says in the log what it did, and nothing when there
 * was nothing to do; what is wrong is said once, not at every look. Each step is called by one
 * thread at a time.
 */
final class Steps {

  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  private final Application application;
  private final DumpIngester ingester;
  private final DigestPlanner planner;
  private final Dispatcher dispatcher;
  private final Dispatcher notices;
  private final Vitals vitals;
  private final Set<String> complaints = new HashSet<>();
  private final BackOff backOff;

  Steps(Application application, Vitals vitals) {
    this.backOff = new BackOff(application.clock());
    this.application = application;
    this.ingester = application.ingester();
    this.planner = application.planner();
    this.dispatcher = application.dispatcher();
    this.notices = application.noticeDispatcher();
    this.vitals = vitals;
  }

  /** Takes in what lies in the folder. */
  void ingest() {
    vitals.watch("ingest", () -> ingester.takeInFolder(this::report));
  }

  /** Plans for whose hour has come; with a broken template nobody is planned for. */
  void plan() {
    vitals.watch(
        "plan",
        () -> {
          application.renderer().check();
          int forgotten = application.subscriptions().forgetUnconfirmed();
          if (forgotten > 0) {
            LOG.info("Forgotten: {} who never confirmed", forgotten);
          }
          RunSummary summary = planner.planDue();
          if (summary.due() > 0) {
            LOG.info("Planned: {}", summary.sentence());
          }
        });
  }

  /** Sends what is due, unless the last try found the way out blocked a short while ago. */
  void deliver() {
    if (backOff.rests()) {
      return;
    }
    vitals.watch(
        "deliver",
        () -> {
          DispatchSummary summary = dispatcher.deliverDue(() -> vitals.alive("deliver"));
          if (summary.handled() > 0) {
            LOG.info("Delivered: {}", summary.sentence());
            summary.waiting().forEach(sentence -> LOG.info("Delivered: {}", sentence));
          }
          summary.halted().ifPresentOrElse(this::backOff, backOff::worked);
        });
  }

  /** Sends the notices that are due: somebody is waiting for each. */
  void deliverNotices() {
    vitals.watch(
        "notices",
        () -> {
          DispatchSummary summary = notices.deliverDue(() -> vitals.alive("notices"));
          if (summary.handled() > 0) {
            LOG.info("Notices delivered: {}", summary.sentence());
          }
          summary
              .halted()
              .ifPresent(
                  reason -> {
                    throw new CannotSend(reason);
                  });
        });
  }

  /** Lets the mail in hand finish, and begins no other. */
  void stop() {
    notices.stop();
    dispatcher.stop();
  }

  private void backOff(String reason) {
    LOG.error(
        "No mail can be sent: {}. Nothing is lost; next try in {} min.",
        reason,
        backOff.failed().toMinutes());
    SendingAdvice.alert(application.alarm(), reason);
    throw new CannotSend(reason);
  }

  private void report(IngestResult result) {
    if (result instanceof Refused) {
      LOG.warn("{}", result.sentence());
      application
          .alarm()
          .raise(
              "dump refused",
              "a dump was not taken in",
              result.sentence(),
              "Mend the file or its source, and put it into the folder again.");
    } else if (result instanceof LeftAlone || result instanceof NotMoved) {
      if (complaints.add(result.sentence())) {
        LOG.warn("{}", result.sentence());
      }
    } else {
      LOG.info("{}", result.sentence());
    }
  }

  /** The way out is blocked; already logged, and told to whoever asks for the vitals. */
  static final class CannotSend extends RuntimeException {
    CannotSend(String reason) {
      super(reason);
    }
  }
}
