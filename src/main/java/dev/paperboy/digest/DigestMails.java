package dev.paperboy.digest;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.Interests;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.OutgoingMail.Header;
import dev.paperboy.mail.OutgoingMail.MailBody;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the mail of a planned digest, just before it is sent: looks at the subscriber once more,
 * renders, and adds the headers of list mail (RFC 2369, RFC 2919, RFC 8058, RFC 3834). Threads may
 * share it.
 */
public final class DigestMails implements MailSource {

  private final PaperArchive archive;
  private final Digests digests;
  private final Readership readership;
  private final Tokens tokens;
  private final DigestRenderer renderer;
  private final SenderSettings sender;

  public DigestMails(
      PaperArchive archive,
      Digests digests,
      Readership readership,
      Tokens tokens,
      DigestRenderer renderer,
      SenderSettings sender) {
    this.archive = archive;
    this.digests = digests;
    this.readership = readership;
    this.tokens = tokens;
    this.renderer = renderer;
    this.sender = sender;
  }

  @Override
  public Prepared prepare(Delivery delivery) {
    Optional<Subscriber> subscriber =
        readership.subscribers().find(delivery.order().subscriber()).filter(Subscriber::active);
    Optional<PlannedDigest> planned = digests.find(delivery.order().reference());
    if (subscriber.isEmpty()) {
      return new Prepared.Cancel("the subscriber is not active any more");
    }
    if (planned.isEmpty()) {
      return new Prepared.Cancel("the digest is gone");
    }
    try {
      Digest digest = digests.contents(planned.get(), archive);
      return new Prepared.Ready(
          mail(subscriber.get(), digest, delivery.order().messageId(), planned.get().plannedAt()));
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

  /**
   * The mail that shows this digest to this subscriber.
   *
   * @throws BrokenTemplate if a template is wrong
   */
  public OutgoingMail mail(Subscriber subscriber, Digest digest, String messageId, Instant date) {
    URI unsubscribe = link("/unsubscribe/", tokens.of(subscriber, Purpose.UNSUBSCRIBE));
    URI interests = link("/interests/", tokens.of(subscriber, Purpose.INTERESTS));
    RenderedDigest rendered =
        renderer.render(
            digest,
            new Recipient(subscriber.address(), unsubscribe, interests, format(subscriber)));
    Mailbox replyTo = sender.replyTo() == null ? null : new Mailbox("", sender.replyTo());
    return new OutgoingMail(
        new Envelope(sender.from().address(), subscriber.address()),
        new MailHead(messageId, date, sender.from(), replyTo, rendered.subject()),
        headers(unsubscribe),
        new MailBody(rendered.text(), rendered.html()));
  }

  private List<Header> headers(URI unsubscribe) {
    String domain = sender.from().address().domain();
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("List-Id", "<digest." + domain + ">"));
    headers.add(new Header("List-Unsubscribe", unsubscribeTargets(unsubscribe)));
    headers.add(new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    headers.add(new Header("List-Post", "NO"));
    headers.add(new Header("Auto-Submitted", "auto-generated"));
    headers.add(new Header("Precedence", "bulk"));
    headers.add(new Header("X-Auto-Response-Suppress", "OOF, AutoReply, RN, NRN"));
    headers.add(new Header("Feedback-ID", "digest:paperboy:" + domain));
    return headers;
  }

  private String unsubscribeTargets(URI page) {
    EmailAddress answers = sender.replyTo();
    String byWeb = "<" + page + ">";
    return answers == null ? byWeb : byWeb + ", <mailto:" + answers + "?subject=unsubscribe>";
  }

  private Format format(Subscriber subscriber) {
    return readership
        .parser()
        .parse(subscriber.interests())
        .interests()
        .map(Interests::digest)
        .map(wishes -> wishes.format())
        .orElse(Format.HTML);
  }

  private URI link(String path, String token) {
    return URI.create(sender.baseUrl() + path + token);
  }
}
