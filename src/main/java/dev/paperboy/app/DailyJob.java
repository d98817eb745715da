package dev.paperboy.app;

import dev.paperboy.digest.RunSummary;
import dev.paperboy.dump.DumpIngester;
import dev.paperboy.dump.IngestResult;
import dev.paperboy.inbound.MailboxReader;
import dev.paperboy.inbound.MailboxUnavailable;
import dev.paperboy.outbox.DispatchSummary;
import dev.paperboy.outbox.Dispatcher;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily job, once, from dump to inbox: read the mailbox, ingest, plan, deliver. Running it
 * again does nothing again: known dumps are recognised, covered editions are not planned, sent
 * mails are not sent.
 */
public final class DailyJob {

  private static final Logger LOG = LoggerFactory.getLogger(DailyJob.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Application application;

  public DailyJob(Application application) {
    this.application = application;
  }

  /**
   * What each step did.
   *
   * @param notices the mails that are no digests
   */
  public record Report(
      List<IngestResult> ingested,
      RunSummary planned,
      DispatchSummary notices,
      DispatchSummary delivered) {
    public Report {
      ingested = List.copyOf(ingested);
    }

    /** Why no mail can be sent, if that is so. */
    public Optional<String> halted() {
      return delivered.halted().or(notices::halted);
    }
  }

  /**
   * Does it, for everybody whose day it is.
   *
   * @param each told about each dump as soon as it is done
   * @param progress made with the number of mails to send, told after each, and closed at the end
   * @throws dev.paperboy.template.BrokenTemplate if a template is wrong; the dumps are in, nobody
   *     is planned for, nobody gets mail, and the next run goes on from there
   */
  public Report run(Consumer<IngestResult> each, IntFunction<Progress> progress) {
    application.mailboxReader().ifPresent(DailyJob::readMailbox);
    Set<IngestResult> ingested = new LinkedHashSet<>();
    takeIn(
        application.ingester(),
        result -> {
          if (ingested.add(result)) {
            each.accept(result);
          }
        });
    application.renderer().check();
    application.subscriptions().forgetUnconfirmed();
    RunSummary planned = application.planner().planAll();
    Dispatcher dispatcher = application.dispatcher();
    DispatchSummary notices = application.noticeDispatcher().deliverDue(() -> {});
    Report report =
        new Report(List.copyOf(ingested), planned, notices, deliver(dispatcher, progress));
    report.halted().ifPresent(reason -> SendingAdvice.alert(application.alarm(), reason));
    return report;
  }

  /** First, so that who bounced gets no further mail. */
  private static void readMailbox(MailboxReader reader) {
    try {
      reader.read(() -> true);
    } catch (MailboxUnavailable unavailable) {
      LOG.warn("{} Everything else goes on.", unavailable.getMessage());
    }
  }

  /**
   * Who has just put a dump there and runs this wants it now: it is waited for, but not for long.
   */
  private void takeIn(DumpIngester ingester, Consumer<IngestResult> each) {
    long looks = 2 + application.config().dumps().settle().dividedBy(BETWEEN_LOOKS);
    ingester.takeInFolder(each);
    while (ingester.isWaiting() && looks-- > 0) {
      pause();
      ingester.takeInFolder(each);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static DispatchSummary deliver(Dispatcher dispatcher, IntFunction<Progress> progress) {
    try (Progress bar = progress.apply(dispatcher.due())) {
      return dispatcher.deliverDue(bar::step);
    }
  }

  /** Somebody who watches the mails go out. Called by several threads. */
  public interface Progress extends AutoCloseable {

    void step();

    @Override
    void close();
  }
}
