package dev.paperboy.digest;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.ListHeaders;
import dev.paperboy.mail.MailHead;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.template.RenderedMail;

/** Makes a digest a complete mail, with the headers of list mail. Threads may share it. */
record DigestMailer(DigestRenderer renderer, SenderSettings sender) {

  /**
   * The mail that shows this digest to this reader.
   *
   * @param envelope who bounces go to, and who receives it
   * @throws dev.paperboy.template.BrokenTemplate if a template is wrong
   */
  OutgoingMail mail(
      Digest digest, Format format, Envelope envelope, ReaderLinks links, Postmark mark) {
    EmailAddress reader = envelope.recipient();
    RenderedMail rendered =
        renderer.render(
            digest,
            new Recipient(
                reader,
                links.unsubscribe(),
                links.interests(),
                links.mail(digest.editions().last()),
                links.matched(digest.editions().last()),
                format));
    ListHeaders list = new ListHeaders(sender.from().address().domain(), sender.inbox().address());
    return new OutgoingMail(
        envelope,
        new MailHead(
            mark.messageId(), mark.date(), sender.from(), links.replyTo(), rendered.subject()),
        list.unsubscribingBy(links.unsubscribe(), links.unsubscribeMail()),
        rendered.body());
  }
}
