package dev.paperboy.digest;

import static java.util.Objects.requireNonNull;

import dev.paperboy.digest.Digests.Written;
import dev.paperboy.digest.MailNeeds.Needs;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.Interests;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.DigestSlots;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.template.BrokenTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the mail of a planned digest, just before it is sent: looks at the subscriber once more,
 * renders, and adds the headers of list mail. Threads may share it.
 */
public final class DigestMails implements MailSource {

  /** Documents of interests remembered between mails. */
  private static final int DOCUMENTS = 1_000;

  private final RecentPapers papers;
  private final Digests digests;
  private final Readership readership;
  private final InterestsCache documents;
  private final MailNeeds needs;
  private final DigestMailer mailer;
  private final ReaderLinker linker;
  private final Clock clock;

  public DigestMails(
      PaperArchive archive,
      Digests digests,
      Readership readership,
      DigestRenderer renderer,
      ReaderLinker linker,
      Clock clock) {
    this.papers = new RecentPapers(archive);
    this.digests = digests;
    this.readership = readership;
    this.documents = new InterestsCache(readership.parser(), DOCUMENTS);
    this.needs = new MailNeeds(readership, digests, linker);
    this.mailer = new DigestMailer(renderer, linker.sender());
    this.linker = linker;
    this.clock = clock;
  }

  @Override
  public Prepared prepare(Delivery delivery) {
    return prepare(delivery, requireNonNull(needs.of(List.of(delivery)).get(delivery.id())));
  }

  @Override
  public Function<Delivery, Prepared> together(List<Delivery> deliveries) {
    Map<Long, Needs> found = needs.of(deliveries);
    return delivery -> {
      Needs known = found.get(delivery.id());
      return known == null ? prepare(delivery) : prepare(delivery, known);
    };
  }

  private Prepared prepare(Delivery delivery, Needs found) {
    if (found.subscriber().isEmpty()) {
      return new Prepared.Cancel("the subscriber is gone");
    }
    if (found.written().isEmpty()) {
      return new Prepared.Cancel("the digest is gone");
    }
    PlannedDigest planned = found.written().get().planned();
    if (planned.outcome() == Outcome.RETURNED) {
      return new Prepared.Cancel("its papers come with a later digest");
    }
    Subscriber subscriber = found.subscriber().get();
    Optional<Interests> wishes = documents.read(subscriber);
    if (!stays(subscriber) || isPaused(subscriber, wishes)) {
      return new Prepared.TakeBack(
          Digests.WITHDRAWN,
          db -> digests.takeBack(db, subscriber, planned),
          nextHour(wishes),
          stays(subscriber));
    }
    Reader reader = new Reader(subscriber, wishes, found.links().orElseThrow());
    return render(delivery, reader, found.written().get());
  }

  private static boolean stays(Subscriber subscriber) {
    return subscriber.active() || subscriber.standing().state() == State.PAUSED;
  }

  private Instant nextHour(Optional<Interests> wishes) {
    return wishes
        .map(read -> DigestSlots.nextAfter(read.digest().rhythm(), clock.instant()))
        .orElseGet(() -> clock.instant().plus(Duration.ofDays(1)));
  }

  /** Interests that cannot be read say nothing of a pause. */
  private boolean isPaused(Subscriber subscriber, Optional<Interests> wishes) {
    return wishes
        .map(read -> Pause.holds(subscriber, read, Pause.today(read, clock.instant())))
        .orElse(!subscriber.active());
  }

  private Prepared render(Delivery delivery, Reader reader, Written written) {
    try {
      Digest digest = written.contents(papers.with(written.selection().keys()));
      Postmark mark =
          new Postmark(delivery.id(), delivery.order().messageId(), written.planned().plannedAt());
      return new Prepared.Ready(
          mail(reader, digest, mark),
          () -> readership.subscribers().hasNotChanged(reader.subscriber()));
    } catch (BrokenTemplate e) {
      return new Prepared.Hold(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    readership
        .subscribers()
        .find(delivery.order().subscriber())
        .ifPresent(subscriber -> readership.registrar().suppress(subscriber, reply));
  }

  @Override
  public void readmit(Delivery delivery, String reply) {
    readership.registrar().liftSuppression(delivery.order().subscriber(), reply);
  }

  /**
   * The mail that shows this digest to this subscriber.
   *
   * @throws BrokenTemplate if a template is wrong
   */
  public OutgoingMail mail(Subscriber subscriber, Digest digest, Postmark mark) {
    Reader reader = new Reader(subscriber, documents.read(subscriber), linker.of(subscriber));
    return mail(reader, digest, mark);
  }

  /** Who a mail is for, with what their document says; empty if it cannot be read. */
  private record Reader(Subscriber subscriber, Optional<Interests> wishes, ReaderLinks links) {}

  private OutgoingMail mail(Reader reader, Digest digest, Postmark mark) {
    Envelope envelope =
        new Envelope(linker.bouncesOf(mark.delivery()), reader.subscriber().address());
    Format format = reader.wishes().map(read -> read.digest().format()).orElse(Format.HTML);
    return mailer.mail(digest, format, envelope, reader.links(), mark);
  }
}
