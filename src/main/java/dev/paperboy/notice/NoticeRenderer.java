package dev.paperboy.notice;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.OutgoingMail.MailBody;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import dev.paperboy.text.ShortText;
import java.util.List;

/**
 * Makes subject, HTML and text of a notice: the same notice gives the same characters. May be
 * shared by threads.
 */
public final class NoticeRenderer {

  private static final int LONGEST_SUBJECT = 150;

  private final Templates templates;
  private final SenderSettings sender;

  public NoticeRenderer(Templates templates, SenderSettings sender) {
    this.templates = templates;
    this.sender = sender;
  }

  /**
   * Fills every template with samples.
   *
   * @throws dev.paperboy.template.BrokenTemplate if one has a mistake
   */
  public void check() {
    SampleNotices samples = new SampleNotices(sender.baseUrl());
    EmailAddress nobody = new EmailAddress("reader", "example.org");
    for (Notice.Kind kind : Notice.Kind.values()) {
      render(samples.of(kind), nobody);
    }
    render(samples.refused(), nobody);
    for (Notice.Topic topic : Notice.Topic.values()) {
      render(new Notice.Answer(topic, "2026-12-24", List.of(), "", null), nobody);
    }
  }

  /**
   * The mail's words.
   *
   * @throws dev.paperboy.template.BrokenTemplate if a template or a text has a mistake
   */
  public RenderedMail render(Notice notice, EmailAddress reader) {
    NoticeView view = new NoticePresenter(sender, templates.style().texts(), reader).view(notice);
    String kind = notice.kind().word();
    return new RenderedMail(
        ShortText.cut(ShortText.line(view.head().subject()), LONGEST_SUBJECT),
        new MailBody(
            templates.plain(kind + ".txt.ftl", (Record) view),
            templates.html(kind + ".html.ftlh", (Record) view)));
  }
}
