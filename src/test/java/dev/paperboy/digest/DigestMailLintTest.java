package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.app.Application;
import dev.paperboy.app.MailExpectations;
import dev.paperboy.app.TestApplication;
import dev.paperboy.lint.Expected;
import dev.paperboy.lint.Finding;
import dev.paperboy.lint.MailLinter;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.subscriber.Subscriber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mails that are made today, by the rules for mails. */
class DigestMailLintTest {

  private static final String CONFIG =
      """
      base_url: https://paperboy.example
      mail:
        from: "Paperboy <digest@paperboy.example>"
      """;

  private static final Instant NOW = Instant.parse("2025-12-05T06:30:00Z");
  private static final String ID = "<MMMMaaaabbbbccccddddeeeeffff@paperboy.example>";

  @TempDir Path folder;

  @Test
  void a_digest_breaks_no_rule() {
    try (TestApplication paperboy =
        new TestApplication(folder, new TestClock(NOW.toString()), CONFIG)) {
      List<Finding> found = new ArrayList<>();
      for (String format : List.of("html", "text")) {
        Subscriber reader =
            paperboy.subscribe(
                format + "@example.org", "interests: [robot]\ndigest: {format: " + format + "}\n");
        found.addAll(lint(paperboy.application(), reader, TestDigests.rich()));
        for (Digest sample : SampleDigest.all()) {
          found.addAll(lint(paperboy.application(), reader, sample));
        }
      }
      assertThat(found).isEmpty();
    }
  }

  private static List<Finding> lint(Application application, Subscriber reader, Digest digest) {
    OutgoingMail mail = application.mails().mail(reader, digest, new Postmark(1, ID, NOW));
    Expected expected =
        new MailExpectations(application.config().mailing().sender(), false)
            .ofDigest(mail, digest, purpose -> application.tokens().of(reader, purpose))
            .withStrangers(Set.of("somebody@else.example"));
    return new MailLinter().lint(new MimeWriter(DkimSigner.NONE).bytes(mail), expected);
  }
}
