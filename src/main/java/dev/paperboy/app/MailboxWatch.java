package dev.paperboy.app;

import dev.paperboy.inbound.ImapListener;
import dev.paperboy.inbound.ImapMailbox;
import dev.paperboy.inbound.MailboxPass;
import dev.paperboy.inbound.MailboxReader;
import dev.paperboy.inbound.MailboxSettings;
import dev.paperboy.inbound.MailboxSettings.Watch;
import dev.paperboy.inbound.MailboxUnavailable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code serve} does with the mailbox: looks at it on the schedule, and at once when the
 * server tells of new mail.
 */
final class MailboxWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
  private static final String LOOK = "mailbox";

  private final MailboxReader reader;
  private final Vitals vitals;
  private final Schedule schedule;
  private final BackOff backOff;
  private final Optional<ImapListener> listener;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile boolean stopped;

  private MailboxWatch(
      MailboxReader reader, Application application, Vitals vitals, Schedule schedule) {
    this.reader = reader;
    this.vitals = vitals;
    this.schedule = schedule;
    this.backOff = new BackOff(application.clock());
    MailboxSettings settings = application.config().inbound();
    this.listener =
        settings.imap().watch() == Watch.IDLE && reader.mailbox() instanceof ImapMailbox imap
            ? Optional.of(new ImapListener(imap, this::ask))
            : Optional.empty();
    schedule.every(settings.checkEvery(), LOOK, this::look);
    listener.ifPresent(
        idle -> schedule.every(ImapListener.RENEWAL, "mailbox connection", idle::renew));
  }

  /** Empty where no mailbox is set. */
  static Optional<MailboxWatch> of(Application application, Vitals vitals, Schedule schedule) {
    return application
        .mailboxReader()
        .map(reader -> new MailboxWatch(reader, application, vitals, schedule));
  }

  /** After the schedule has begun. */
  void start() {
    listener.ifPresent(ImapListener::start);
  }

  private void look() {
    asked.set(false);
    if (backOff.rests()) {
      return;
    }
    vitals.watch(
        LOOK,
        () -> {
          try {
            MailboxPass pass = reader.read(this::goesOn);
            backOff.worked();
            if (pass.didSomething()) {
              LOG.info("Mail in: {}", pass.sentence());
            }
          } catch (MailboxUnavailable unavailable) {
            backOff.failed();
            throw unavailable;
          }
        });
  }

  /** Asked before each mail. */
  private boolean goesOn() {
    vitals.alive(LOOK);
    return !stopped;
  }

  /** However much mail comes at once, one look is enough for what has not been looked for yet. */
  private void ask() {
    if (!stopped && asked.compareAndSet(false, true)) {
      schedule.now(LOOK);
    }
  }

  /** Lets the mail in hand be finished, and begins no other. */
  void stop() {
    stopped = true;
  }

  @Override
  public void close() {
    stop();
    listener.ifPresent(ImapListener::close);
  }
}
