package dev.paperboy.inbound;

import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.store.Store;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one mail after the other, wherever it was fetched from. Threads may share it. */
public final class InboundHandler {

  private static final Logger LOG = LoggerFactory.getLogger(InboundHandler.class);

  private final Jdbi jdbi;
  private final SeenMails seen;
  private final DeliveryFinder finder;
  private final FeedbackRecorder recorder;
  private final SetAside setAside;
  private final Correspondent correspondent;

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

  /** The most octets of a mail that is read. */
  public static int largest() {
    return MessageReader.LARGEST;
  }

  /**
   * Does what the mail is there for, in one transaction: if it throws, nothing was done and it may
   * come again. The same mail again does nothing.
   *
   * @param recipient the address it came to; null where that is known only by its headers
   * @throws org.jdbi.v3.core.JdbiException if the store cannot be used
   * @throws java.io.UncheckedIOException if the mail is to be kept and cannot be
   */
  public Outcome handle(byte[] message, @Nullable EmailAddress recipient) {
    InboundMail mail;
    try {
      mail = MessageReader.read(message);
    } catch (RefusedMail refused) {
      LOG.warn("A mail that came in is not read, because {}", refused.why());
      return new Outcome(Kind.REFUSED, "not read, because " + refused.why());
    }
    String fingerprint = SeenMails.fingerprint(mail, recipient == null ? null : recipient.key());
    return jdbi.inTransaction(
        db ->
            seen.isNew(fingerprint)
                ? act(mail, recipient).orElseGet(() -> keep(fingerprint, message))
                : new Outcome(Kind.SEEN, "has come in before, nothing to do"));
  }

  private Optional<Outcome> act(InboundMail mail, @Nullable EmailAddress recipient) {
    Optional<Report> report = ComplaintReader.read(mail).or(() -> BounceReader.read(mail));
    if (report.isPresent()) {
      return Optional.of(act(report.get(), Evidence.in(mail, recipient)));
    }
    return mail.automaticAnswer()
        ? Optional.of(ignored("an automatic answer, as of somebody out of the office"))
        : correspondent.take(mail, recipient);
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
    return new Outcome(Kind.RECORDED, recorder.record(delivery.get(), report));
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
