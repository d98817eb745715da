package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.MailExpectations;
import dev.paperboy.app.MailVerdict;
import dev.paperboy.digest.Digest;
import dev.paperboy.digest.DigestMails;
import dev.paperboy.digest.Postmark;
import dev.paperboy.lint.Expected;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.Notice;
import dev.paperboy.notice.NoticeMails;
import dev.paperboy.notice.NoticeRenderer;
import dev.paperboy.notice.SampleNotices;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.template.Templates;

/**
 * A mail that is looked at and not sent.
 *
 * @param message its bytes as they would leave
 */
record PreviewMail(OutgoingMail mail, byte[] message, MailVerdict verdict) {

  static PreviewMail ofDigest(
      Application application, Templates templates, Subscriber subscriber, Digest digest) {
    DigestMails mails = application.mails(templates);
    Postmark mark = new Postmark(0, messageId(application), application.clock().instant());
    OutgoingMail mail = mails.mail(subscriber, digest, mark);
    Expected expected =
        expectations(application)
            .ofDigest(mail, digest, purpose -> application.tokens().of(subscriber, purpose));
    return judged(application, mail, expected);
  }

  /** Of a sample of this kind. */
  static PreviewMail ofNotice(Application application, Templates templates, Notice.Kind kind) {
    SenderSettings sender = application.config().mailing().sender();
    NoticeMails mails = new NoticeMails(new NoticeRenderer(templates, sender), sender);
    Notice notice = new SampleNotices(sender.baseUrl()).of(kind);
    OutgoingMail mail =
        mails.mail(
            notice, PreviewDigest.SOMEBODY, messageId(application), application.clock().instant());
    return judged(application, mail, expectations(application).ofNotice(mail));
  }

  private static PreviewMail judged(Application application, OutgoingMail mail, Expected expected) {
    byte[] message = application.writer().bytes(mail);
    return new PreviewMail(mail, message, MailVerdict.of(message, expected, application.config()));
  }

  private static MailExpectations expectations(Application application) {
    boolean signed = !application.config().mailing().dkim().used().isEmpty();
    return new MailExpectations(application.config().mailing().sender(), signed);
  }

  /** As long as a real one. */
  private static String messageId(Application application) {
    String domain = application.config().mailing().sender().from().address().domain();
    return "<preview-of-a-mail-that-is-not-sent@" + domain + ">";
  }
}
