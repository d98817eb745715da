package dev.paperboy.app;

import static dev.paperboy.app.PostOffice.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailText;
import dev.paperboy.TestClock;
import dev.paperboy.inbound.InboundHandler;
import dev.paperboy.inbound.Outcome;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.DispatchSummary;
import dev.paperboy.subscriber.Subscriber.State;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who lives in the inbox never needs the web. */
class LifeByMailTest {

  private static final String ADA = "ada@reader.example";
  private static final String PAPERS = "papers@paperboy.example";

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-04T09:00:00Z");
  private final PostOffice post = new PostOffice();
  private TestApplication paperboy;

  @BeforeEach
  void open() {
    paperboy = new TestApplication(folder.resolve("a"), clock, post.config(PAPERS));
  }

  @AfterEach
  void close() {
    paperboy.close();
    post.close();
  }

  @Test
  void a_whole_life_by_mail() {
    post.write(ADA, PAPERS, "Subscribe", "robot\n\nThanks, Ada\n");
    assertThat(letters(paperboy, "papers").get(0).kind()).isEqualTo(Kind.ANSWERED);
    assertThat(paperboy.subscriber(ADA).standing().state()).isEqualTo(State.PENDING);

    post.answer(post.newestTo(ADA), "");
    letters(paperboy, "papers");
    assertThat(paperboy.subscriber(ADA).active()).isTrue();
    assertThat(subject(post.newestTo(ADA))).isEqualTo("Welcome to Papers");

    clock.moveTo("2025-12-05T08:00:00Z");
    paperboy.drop(
        "today.txt",
        Dumps.capture(
            "Dec 5",
            "Grasping Things With Soft Fingers",
            "We teach a robot hand to grasp soft things without breaking them, and how often."));
    paperboy.run();
    MimeMessage digest = post.newestTo(ADA);
    assertThat(MailText.of(digest)).contains("Grasping Things");

    post.answer(digest, "Interests, please!\n\n> " + MailText.of(digest).replace("\n", "\n> "));
    letters(paperboy, "papers");
    String document = MailText.of(post.newestTo(ADA));
    assertThat(document).contains("--- interests: begin ---", "  - robot");

    post.answer(post.newestTo(ADA), document.replace("  - robot", "  - naem: whale"));
    letters(paperboy, "papers");
    assertThat(MailText.of(post.newestTo(ADA))).contains("naem", "Did you mean");
    assertThat(paperboy.subscriber(ADA).interests()).contains("  - robot");

    String mended = document.replace("  - robot", "  - robot\n  - \u201Cwhale song\u201D");
    post.answer(post.newestTo(ADA), "> " + mended.replace("\n", "\n> "));
    letters(paperboy, "papers");
    assertThat(MailText.of(post.newestTo(ADA))).contains("whale song", "/undo/", "Grasping Things");
    assertThat(paperboy.subscriber(ADA).interests()).contains("  - \"whale song\"", "# ");

    post.answer(digest, "Less like this: blockchain");
    letters(paperboy, "papers");
    assertThat(paperboy.subscriber(ADA).interests()).contains("mute: [blockchain]");

    post.answer(digest, "Pause until 7 January");
    letters(paperboy, "papers");
    assertThat(paperboy.subscriber(ADA).standing().pausedUntil()).hasToString("2026-01-07");

    post.answer(digest, "unsubscribe");
    letters(paperboy, "papers");
    assertThat(subject(post.newestTo(ADA))).isEqualTo("You have left Papers");
    assertThat(paperboy.subscriber(ADA).standing().state()).isEqualTo(State.UNSUBSCRIBED);
    assertThat(post.mailsTo(ADA)).hasSize(9);
  }

  @Test
  void a_wish_in_a_readers_name_is_done_when_they_say_yes() {
    paperboy.subscribe(ADA, "interests: [robot]");
    post.write(ADA, PAPERS, "pause", "");
    letters(paperboy, "papers");
    assertThat(paperboy.subscriber(ADA).active()).isTrue();
    post.answer(post.newestTo(ADA), "Yes.");
    letters(paperboy, "papers");
    assertThat(paperboy.subscriber(ADA).standing().state()).isEqualTo(State.PAUSED);
  }

  @Test
  void who_begins_with_interests_that_cannot_be_read_is_told_so_and_not_what_stood_there() {
    post.write(ADA, PAPERS, "subscribe", "interests:\n  - naem: whale\n");
    letters(paperboy, "papers");

    assertThat(MailText.of(post.newestTo(ADA)))
        .contains("The interests in that mail could not be read")
        .doesNotContain("whale");
    post.answer(post.newestTo(ADA), "yes");
    letters(paperboy, "papers");
    assertThat(paperboy.subscriber(ADA).active()).isTrue();
    assertThat(paperboy.subscriber(ADA).interests()).doesNotContain("whale").contains("  - ");
  }

  @Test
  void who_says_no_is_not_subscribed() {
    post.write(ADA, PAPERS, "subscribe", "");
    letters(paperboy, "papers");
    post.answer(post.newestTo(ADA), "No!");
    letters(paperboy, "papers");
    assertThat(paperboy.subscriber(ADA).standing().state()).isEqualTo(State.UNSUBSCRIBED);
    assertThat(post.mailsTo(ADA)).hasSize(1);
  }

  @Test
  void two_paperboys_that_write_to_each_other_fall_silent() {
    String other = "papers@other.example";
    try (TestApplication second =
        new TestApplication(folder.resolve("b"), clock, post.config(other))) {
      post.write(other, PAPERS, "subscribe", "robot");
      for (int round = 0; round < 4; round++) {
        letters(paperboy, PAPERS.replace("@paperboy.example", ""), "paperboy.example");
        letters(second, "papers", "other.example");
        clock.advance(Duration.ofMinutes(10));
      }
    }
    assertThat(post.mails()).as("the one that began it, and one answer").hasSize(2);
  }

  @Test
  void somebody_out_of_the_office_neither_confirms_nor_is_answered() {
    post.write(ADA, PAPERS, "subscribe", "robot");
    letters(paperboy, "papers");
    int before = post.mailsTo(ADA).size();
    for (String away :
        List.of(
            "I am out of the office until Monday.",
            "Ich bin bis Montag nicht im Büro. In dringenden Fällen wenden Sie sich an Ben.")) {
      post.answer(post.newestTo(ADA), away);
      letters(paperboy, "papers");
    }
    assertThat(post.mailsTo(ADA)).hasSize(before);
    assertThat(paperboy.subscriber(ADA).standing().state()).isEqualTo(State.PENDING);
  }

  private List<Outcome> letters(TestApplication reading, String start) {
    return letters(reading, start, "paperboy.example");
  }

  /** Reads all mails that came to this Paperboy, and sends what is due. */
  private List<Outcome> letters(TestApplication reading, String start, String domain) {
    InboundHandler inbound = reading.application().inbound();
    List<Outcome> outcomes = new ArrayList<>();
    for (MimeMessage mail : post.mailsTo(start)) {
      String to = PostOffice.to(mail);
      if (to.endsWith("@" + domain)) {
        outcomes.add(inbound.handle(octets(mail), EmailAddress.parse(to).orElseThrow()));
      }
    }
    DispatchSummary sent = reading.application().noticeDispatcher().deliverDue(() -> {});
    assertThat(sent.sentence()).contains(" 0 deferred", " 0 failed", " 0 in doubt");
    return outcomes;
  }

  private static byte[] octets(MimeMessage mail) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      mail.writeTo(octets);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
    return octets.toByteArray();
  }
}
