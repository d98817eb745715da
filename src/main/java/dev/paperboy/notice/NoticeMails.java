package dev.paperboy.notice;

import dev.paperboy.mail.AnswerHeaders;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.OutgoingMail.Header;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.template.RenderedMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return mail(
        notice,
        new Stamp(
            reader, messageId, date, sender.inbox().address(), sender.from().address(), null));
  }

  /**
   * How a notice is addressed.
   *
   * @param bounces who its bounce goes to; nobody where it answers a mail
   * @param inReplyTo as in {@link StoredNotice}
   */
  record Stamp(
      EmailAddress reader,
      String messageId,
      Instant date,
      EmailAddress replyTo,
      EmailAddress bounces,
      @Nullable String inReplyTo) {}

  /** The same with its own addresses; an answer to a mail as RFC 3834 section 3 wants it. */
  OutgoingMail mail(Notice notice, Stamp stamp) {
    RenderedMail rendered = renderer.render(notice, stamp.reader());
    Mailbox replyTo = new Mailbox(sender.from().name(), stamp.replyTo());
    boolean answer = stamp.inReplyTo() != null;
    return new OutgoingMail(
        new Envelope(answer ? null : stamp.bounces(), stamp.reader()),
        new MailHead(stamp.messageId(), stamp.date(), sender.from(), replyTo, rendered.subject()),
        answer ? answerHeaders(stamp.inReplyTo()) : HEADERS,
        rendered.body());
  }

  private static List<Header> answerHeaders(@Nullable String messageId) {
    List<Header> headers = new ArrayList<>(AnswerHeaders.all());
    if (messageId != null && !messageId.isEmpty()) {
      headers.add(new Header("In-Reply-To", messageId));
      headers.add(new Header("References", messageId));
    }
    return headers;
  }
}
