package dev.paperboy.inbound;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an IMAP server tell of new mail at once (IDLE, RFC 2177), on a connection and a thread of
 * its own, from {@link #start} to {@link #close}. It only listens; what reads the mailbox looks now
 * and then by itself, so that a listener without connection delays mail and loses none. It says
 * nothing of a lost connection for the same reason, and comes back after a while.
 */
public final class ImapListener implements AutoCloseable {

  /**
   * How often {@link #renew} should be called. Servers hang up after half an hour, and devices
   * between here and there may forget a silent connection after a quarter of one.
   */
  public static final Duration RENEWAL = Duration.ofMinutes(9);

  private static final Logger LOG = LoggerFactory.getLogger(ImapListener.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);

  private final ImapMailbox mailbox;
  private final Runnable onMail;
  private final Thread thread = new Thread(this::listen, "mailbox-idle");
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable IMAPFolder open;

  /**
   * @param onMail called by threads of this listener after each connecting and whenever mail has
   *     come; must return soon and not throw
   */
  public ImapListener(ImapMailbox mailbox, Runnable onMail) {
    this.mailbox = mailbox;
    this.onMail = onMail;
    thread.setDaemon(true);
  }

  /** Begins to listen; once. */
  public void start() {
    thread.start();
  }

  /** Whether the server would tell of a mail that came now. */
  public boolean isListening() {
    IMAPFolder folder = open;
    return folder != null && folder.isOpen();
  }

  /**
   * Ends the command that waits and gives it anew, which shows as well whether anybody is there.
   */
  public void renew() {
    IMAPFolder folder = open;
    if (folder != null) {
      try {
        folder.doCommandIgnoreFailure(
            protocol -> {
              protocol.simpleCommand("NOOP", null);
              return null;
            });
      } catch (MessagingException | IllegalStateException lost) {
        LOG.debug("The listening connection is lost", lost);
      }
    }
  }

  private void listen() {
    Duration pause = FIRST_PAUSE;
    do {
      try (ImapConnection connection = mailbox.connect(Folder.READ_ONLY)) {
        if (!connection.can("IDLE")) {
          LOG.info("The mailbox cannot tell of new mail (no IDLE); it is looked at now and then");
          return;
        }
        pause = FIRST_PAUSE;
        listen(connection.folder());
      } catch (MessagingException | RuntimeException lost) {
        LOG.debug("The listening connection is lost", lost);
      } finally {
        open = null;
      }
      Duration longer = pause.multipliedBy(2);
      if (stopsWithin(pause)) {
        return;
      }
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    } while (true);
  }

  private void listen(IMAPFolder folder) throws MessagingException {
    folder.addMessageCountListener(
        new MessageCountAdapter() {
          @Override
          public void messagesAdded(MessageCountEvent event) {
            onMail.run();
          }
        });
    open = folder;
    // Mail may have come while nobody listened.
    onMail.run();
    while (stop.getCount() > 0) {
      folder.idle(true);
    }
  }

  private boolean stopsWithin(Duration time) {
    try {
      return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    IMAPFolder folder = open;
    if (folder != null) {
      try {
        folder.close(false);
      } catch (MessagingException | IllegalStateException gone) {
        LOG.debug("The listening connection is lost", gone);
      }
    }
    try {
      thread.join(PATIENCE_AT_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
