package dev.paperboy.notice;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.NoticeMails.Stamp;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.BrokenTemplate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mail of a notice, just before it is sent: looks at the subscriber once more, makes the
 * links, and renders. Threads may share it.
 */
public final class NoticeSource implements MailSource {

  private final Notices notices;
  private final Readership readership;
  private final NoticeAssembler assembler;
  private final NoticeLinks links;
  private final NoticeMails mails;
  private final BounceTags bounces;

  public NoticeSource(
      Notices notices,
      Readership readership,
      NoticeRenderer renderer,
      SenderSettings sender,
      Tokens tokens,
      BounceTags bounces) {
    this.notices = notices;
    this.readership = readership;
    this.links = new NoticeLinks(sender, tokens);
    this.assembler = new NoticeAssembler(links, notices, readership.parser());
    this.mails = new NoticeMails(renderer, sender);
    this.bounces = bounces;
  }

  @Override
  public Prepared prepare(Delivery delivery) {
    Optional<StoredNotice> notice = notices.find(delivery.order().reference());
    if (notice.isEmpty()) {
      return new Prepared.Cancel("the notice is gone");
    }
    Optional<Subscriber> reader = readership.subscribers().find(notice.get().subscriber());
    if (!isWanted(notice.get(), reader)) {
      return new Prepared.Cancel("the subscriber's state has changed since");
    }
    try {
      return new Prepared.Ready(
          mails.mail(
              assembler.notice(notice.get(), reader.orElse(null)),
              stamp(delivery, notice.get(), reader.orElse(null))),
          () -> isWanted(notice.get(), readership.subscribers().find(notice.get().subscriber())));
    } catch (BrokenTemplate e) {
      return new Prepared.Hold(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    readership
        .subscribers()
        .find(delivery.order().subscriber())
        .ifPresent(reader -> readership.registrar().suppress(reader, reply));
  }

  @Override
  public void readmit(Delivery delivery, String reply) {
    readership.registrar().liftSuppression(delivery.order().subscriber(), reply);
  }

  private static boolean isWanted(StoredNotice notice, Optional<Subscriber> reader) {
    return notice.subscriber() == 0 || reader.filter(there -> fits(notice, there)).isPresent();
  }

  /**
   * Nothing is sent to who has not confirmed but the question whether to; to who left, farewell.
   */
  private static boolean fits(StoredNotice notice, Subscriber reader) {
    State state = reader.standing().state();
    return switch (notice.content().kind()) {
      case CONFIRM ->
          notice.content() instanceof NoticeContent.Confirm question
              && state == question.askedIn()
              && !notice.createdAt().isBefore(reader.standing().since());
      case GOODBYE -> state == State.UNSUBSCRIBED;
      case WELCOME, INTERESTS, CHANGES -> state == State.ACTIVE || state == State.PAUSED;
      case ALERT, ANSWER -> true;
    };
  }

  private Stamp stamp(Delivery delivery, StoredNotice notice, @Nullable Subscriber reader) {
    return new Stamp(
        delivery.order().recipient(),
        delivery.order().messageId(),
        notice.createdAt(),
        replyTo(notice, reader),
        links.sender().inbox().bouncesTo(bounces.of(delivery.id())),
        notice.inReplyTo());
  }

  private EmailAddress replyTo(StoredNotice notice, @Nullable Subscriber reader) {
    if (reader == null) {
      return links.sender().inbox().address();
    }
    return assembler
        .question(notice)
        .map(question -> links.yes(reader, question))
        .orElseGet(() -> links.answers(reader));
  }
}
