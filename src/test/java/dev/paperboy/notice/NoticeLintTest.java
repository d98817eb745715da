package dev.paperboy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.MailExpectations;
import dev.paperboy.lint.MailLinter;
import dev.paperboy.mail.DkimKey;
import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.DkimSigner.Seal;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.template.Templates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeLintTest {

  private static final URI BASE = URI.create("https://paperboy.example");
  private static final EmailAddress FROM = new EmailAddress("post", "paperboy.example");
  private static final MimeWriter WRITER =
      new MimeWriter(
          new DkimSigner(
              "paperboy.example", List.of(new Seal("s1", DkimKey.create(Algorithm.RSA)))));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void no_notice_breaks_a_rule(String language) {
    SenderSettings sender =
        new SenderSettings(
            new Mailbox("Paperboy", FROM), new Inbox(FROM, Inbox.Tags.PLUS), "Example Lab", BASE);
    NoticeMails mails =
        new NoticeMails(new NoticeRenderer(new Templates(folder).in(language), sender), sender);
    for (Notice notice : notices()) {
      OutgoingMail mail =
          mails.mail(
              notice,
              new EmailAddress("ada", "example.org"),
              "<sampletagofnobodyatall@paperboy.example>",
              Instant.parse("2025-12-08T06:30:00Z"));

      assertThat(
              new MailLinter()
                  .lint(WRITER.bytes(mail), new MailExpectations(sender, true).ofNotice(mail)))
          .as(mail.head().subject())
          .isEmpty();
    }
  }

  private static List<Notice> notices() {
    SampleNotices samples = new SampleNotices(BASE);
    List<Notice> notices = new ArrayList<>(List.of(samples.refused()));
    for (Kind kind : Kind.values()) {
      notices.add(samples.of(kind));
    }
    return notices;
  }
}
