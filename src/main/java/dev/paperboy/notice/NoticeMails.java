package dev.paperboy.notice;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.OutgoingMail.Header;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.template.RenderedMail;
import java.time.Instant;
import java.util.List;

/** Notices as complete mails: no list headers, and no machine should answer (RFC 3834). */
public final class NoticeMails {

  private static final List<Header> HEADERS =
      List.of(
          new Header("Auto-Submitted", "auto-generated"),
          new Header("X-Auto-Response-Suppress", "OOF, AutoReply, RN, NRN"));

  private final NoticeRenderer renderer;
  private final SenderSettings sender;

  public NoticeMails(NoticeRenderer renderer, SenderSettings sender) {
    this.renderer = renderer;
    this.sender = sender;
  }

  /**
   * The mail that says it to this reader.
   *
   * @throws dev.paperboy.template.BrokenTemplate if a template or a text has a mistake
   */
  public OutgoingMail mail(Notice notice, EmailAddress reader, String messageId, Instant date) {
    RenderedMail rendered = renderer.render(notice, reader);
    Mailbox replyTo = new Mailbox(sender.from().name(), sender.inbox().address());
    return new OutgoingMail(
        new Envelope(sender.from().address(), reader),
        new MailHead(messageId, date, sender.from(), replyTo, rendered.subject()),
        HEADERS,
        rendered.body());
  }
}
