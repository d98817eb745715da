package dev.paperboy.inbound;

import dev.paperboy.inbound.MailboxFailures.Failure;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a mailbox from time to time and hands each unread mail to what handles it.
 *
 * <p>A mail leaves the inbox only after it was handled or set aside, so that none is lost wherever
 * the process dies; handled once more it is recognised. One that fails rests and comes again, five
 * times in all, then it is set aside with the reason in the store and in the log; the others go on
 * meanwhile. Each try is written down before it begins, so that a mail that ends the process or the
 * connection counts as failed. Of several processes on one database one reads at a time.
 *
 * <p>Belongs to one thread at a time.
 */
public final class MailboxReader {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);

  private final Mailbox mailbox;
  private final Function<byte[], Outcome> handler;
  private final MailboxFailures failures;
  private final MailboxLease lease;
  private final Clock clock;

  /**
   * @param handler what becomes of a mail's bytes, as of {@link InboundHandler#handle}
   */
  public MailboxReader(
      Mailbox mailbox,
      Function<byte[], Outcome> handler,
      MailboxFailures failures,
      MailboxLease lease,
      Clock clock) {
    this.mailbox = mailbox;
    this.handler = handler;
    this.failures = failures;
    this.lease = lease;
    this.clock = clock;
  }

  /** What it reads. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /**
   * Reads what waits; nothing if another process does so now.
   *
   * @param goOn asked before each mail
   * @throws MailboxUnavailable if the mailbox cannot be read, or not to its end
   * @throws org.jdbi.v3.core.JdbiException if the store cannot be used
   */
  public MailboxPass read(BooleanSupplier goOn) {
    if (!lease.take()) {
      return MailboxPass.NOTHING;
    }
    try (Mailbox.Open open = mailbox.open()) {
      return read(open, () -> goOn.getAsBoolean() && lease.take());
    } finally {
      lease.release();
    }
  }

  private MailboxPass read(Mailbox.Open open, BooleanSupplier goOn) {
    Map<String, Failure> before = failures.open();
    Set<String> done = new HashSet<>();
    MailboxPass pass = MailboxPass.NOTHING;
    List<WaitingMail> page;
    boolean news;
    do {
      page = open.waiting();
      news = false;
      for (WaitingMail mail : page) {
        if (done.add(mail.key())) {
          if (!goOn.getAsBoolean()) {
            return pass;
          }
          news = true;
          pass = pass.plus(take(open, mail, Optional.ofNullable(before.get(mail.key()))));
        }
      }
    } while (news && page.size() == open.page());
    return pass;
  }

  /** What fails at one mail stops the others only if the mailbox is lost with it. */
  private MailboxPass take(Mailbox.Open open, WaitingMail mail, Optional<Failure> before) {
    try {
      return take(mail, before);
    } catch (MailboxUnavailable lost) {
      if (!open.isUsable()) {
        throw lost;
      }
      return failed(mail, before, String.valueOf(lost.getMessage()));
    }
  }

  private MailboxPass take(WaitingMail mail, Optional<Failure> before) {
    if (before.isPresent() && before.get().isHopeless()) {
      return setAside(mail, before, before.get().reason());
    }
    if (before.isPresent() && clock.instant().isBefore(before.get().nextTryAt())) {
      return MailboxPass.NOTHING;
    }
    failures.begin(mail.key(), before.map(Failure::tries).orElse(0));
    Optional<byte[]> content = content(mail, before);
    if (content.isEmpty()) {
      failures.forget(mail.key());
      return MailboxPass.NOTHING;
    }
    return handle(mail, content.get(), before);
  }

  private Optional<byte[]> content(WaitingMail mail, Optional<Failure> before) {
    try {
      return mail.content(InboundHandler.largest() + 1);
    } catch (MailboxUnavailable lost) {
      failed(mail, before, "it could not be fetched: " + lost.getMessage());
      throw lost;
    } catch (OutOfMemoryError tooLarge) {
      throw new MailboxUnavailable("A mail of " + mail.size() + " octets does not fit in memory");
    }
  }

  private MailboxPass handle(WaitingMail mail, byte[] content, Optional<Failure> before) {
    Outcome outcome;
    try {
      outcome = handler.apply(content);
    } catch (RuntimeException failure) {
      LOG.debug("A mail could not be handled", failure);
      return failed(mail, before, Store.explain(failure).orElseGet(failure::toString));
    } catch (StackOverflowError | OutOfMemoryError tooMuch) {
      return failed(mail, before, "it takes more memory than there is: " + tooMuch);
    }
    return switch (outcome.kind()) {
      case SET_ASIDE, REFUSED -> setAside(mail, before, outcome.sentence());
      default -> handled(mail, outcome);
    };
  }

  private MailboxPass handled(WaitingMail mail, Outcome outcome) {
    mail.handled();
    failures.forget(mail.key());
    LOG.info("Mail in: {}", outcome.sentence());
    return new MailboxPass(1, 0, 0);
  }

  private MailboxPass failed(WaitingMail mail, Optional<Failure> before, String why) {
    String reason = Diagnostic.shown(why);
    int tries = before.map(Failure::tries).orElse(0);
    Failure failure = failures.failed(mail.key(), tries, reason);
    LOG.warn(
        "A mail could not be handled, try {} of {}: {}",
        failure.tries(),
        MailboxFailures.mostTries(),
        reason);
    return new MailboxPass(0, 0, 1);
  }

  private MailboxPass setAside(WaitingMail mail, Optional<Failure> before, String why) {
    String reason = Diagnostic.shown(why);
    mail.setAside();
    failures.setAside(mail.key(), before.map(Failure::tries).orElse(1), reason);
    LOG.warn("A mail was set aside in the folder \"{}\": {}", Mailbox.SET_ASIDE, reason);
    return new MailboxPass(0, 1, 0);
  }
}
