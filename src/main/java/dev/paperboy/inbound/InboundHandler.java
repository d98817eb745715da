package dev.paperboy.inbound;

import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one mail after the other, wherever it was fetched from. Threads may share it. */
public final class InboundHandler {

  private static final Logger LOG = LoggerFactory.getLogger(InboundHandler.class);

  /** A mail of any size and content takes a small part of it. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Jdbi jdbi;
  private final SeenMails seen;
  private final DeliveryFinder finder;
  private final FeedbackRecorder recorder;
  private final SetAside setAside;
  private final Correspondent correspondent;
  private final TimeLimit limit = new TimeLimit(LONGEST);

  public InboundHandler(
      Store store,
      DeliveryFinder finder,
      FeedbackRecorder recorder,
      SetAside setAside,
      Correspondent correspondent,
      Clock clock) {
    this.jdbi = store.jdbi();
    this.seen = new SeenMails(store, clock);
    this.finder = finder;
    this.recorder = recorder;
    this.setAside = setAside;
    this.correspondent = correspondent;
  }

  /** The most octets of a mail that are read; of a larger one, the beginning. */
  public static int largest() {
    return MessageReader.LARGEST;
  }

  /**
   * Does what the mail is there for: it is understood first, within a limit of time, and then acted
   * on in one transaction. If that throws, nothing was done and the mail may come again. The same
   * mail again does nothing.
   *
   * @param message all of it, or one octet more than {@link #largest} at least
   * @param recipient the address it came to; null where that is known only by its headers
   * @throws org.jdbi.v3.core.JdbiException if the store cannot be used
   * @throws java.io.UncheckedIOException if the mail is to be kept and cannot be
   */
  public Outcome handle(byte[] message, @Nullable EmailAddress recipient) {
    try {
      UnderstoodMail mail = limit.call(() -> UnderstoodMail.of(message, recipient));
      return jdbi.inTransaction(
          db ->
              seen.isNew(mail.fingerprint())
                  ? act(mail, message)
                  : new Outcome(Kind.SEEN, "has come in before, nothing to do"));
    } catch (RefusedMail refused) {
      LOG.warn("A mail that came in is not read, because {}", refused.why());
      return new Outcome(Kind.REFUSED, "not read, because " + refused.why());
    }
  }

  /** The secret address to unsubscribe comes before all else, whatever the mail looks like. */
  private Outcome act(UnderstoodMail mail, byte[] message) throws RefusedMail {
    Optional<Outcome> left = correspondent.leave(mail.letter());
    if (left.isPresent()) {
      return left.get();
    }
    if (mail.report().isPresent()) {
      return act(mail.report().get(), mail.evidence());
    }
    InboundMail read = mail.letter().mail();
    if (read.automaticAnswer()) {
      return ignored("an automatic answer, as of somebody out of the office");
    }
    if (!read.isWhole() && !correspondent.isForReader(mail.letter())) {
      // The transaction is taken back, so that the mail does not count as seen.
      throw new RefusedMail(read.limit());
    }
    return correspondent.take(mail.letter()).orElseGet(() -> keep(mail.fingerprint(), message));
  }

  private Outcome act(Report report, Evidence evidence) {
    if (report.kind() == Feedback.Kind.NOTHING) {
      return ignored("a report of nothing that needs doing");
    }
    Optional<Delivery> delivery = finder.find(evidence);
    if (delivery.isEmpty()) {
      LOG.warn("A report came in that shows no knowledge of a mail of ours; it may be forged");
      return ignored("a report that shows no knowledge of a mail of ours");
    }
    // Who is on a list behind the reader's address is not the reader.
    boolean passedOn =
        (report.kind() == Feedback.Kind.HARD || report.kind() == Feedback.Kind.SOFT)
            && report.isAboutOthersThan(delivery.get().order().recipient());
    return new Outcome(
        Kind.RECORDED,
        recorder.record(delivery.get(), passedOn ? report.as(Feedback.Kind.FORWARDED) : report));
  }

  private Outcome keep(String fingerprint, byte[] message) {
    if (setAside.keep(fingerprint, message)) {
      return new Outcome(
          Kind.SET_ASIDE,
          "set aside in "
              + setAside.folder()
              + ": nothing in it is a command, somebody may want to read it");
    }
    LOG.warn("A mail that came in is not kept: {} is full", setAside.folder());
    return ignored(
        "not kept: %s holds %d mails already, look through them"
            .formatted(setAside.folder(), SetAside.MOST));
  }

  private static Outcome ignored(String why) {
    return new Outcome(Kind.IGNORED, "ignored: " + why);
  }
}
