package dev.paperboy.app;

import static dev.paperboy.app.Dumps.capture;
import static dev.paperboy.app.TestApplication.QUICK;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tag;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource.Prepared.Ready;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headers of a digest, whole and on their way back. */
class DigestHeadersTest {

  private static final String SENDER =
      QUICK
          + """
          base_url: https://papers.example.net
          mail:
            from: Papers <papers@example.net>
            inbox: answers@example.net
          """;

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @Test
  void every_header_that_receivers_ask_for_is_there() {
    try (TestApplication paperboy = new TestApplication(folder, clock, SENDER)) {
      Map<String, String> headers = headers(bytes(digest(paperboy)));

      assertThat(headers)
          .containsEntry("From", "Papers <papers@example.net>")
          .containsEntry("To", "ada@example.org")
          .containsEntry("List-Id", "<digest.example.net>")
          .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
          .containsEntry("List-Help", "<mailto:answers@example.net?subject=help>")
          .containsEntry("List-Owner", "<mailto:answers@example.net>")
          .containsEntry("Auto-Submitted", "auto-generated")
          .containsEntry("Feedback-ID", "digest:paperboy:example.net");
      assertThat(headers.get("Message-ID")).matches("<[A-Za-z0-9_-]{43}@example\\.net>");
      assertThat(headers.get("Reply-To"))
          .matches("Papers <answers\\+r-[a-z2-7]{32}@example\\.net>");
      assertThat(headers.get("List-Unsubscribe"))
          .matches(
              "<https://papers\\.example\\.net/unsubscribe/[A-Za-z0-9_-]{43}>,"
                  + " <mailto:answers\\+u-[a-z2-7]{32}@example\\.net\\?subject=unsubscribe>");
    }
  }

  @Test
  void every_address_that_an_answer_can_come_to_leads_back_to_the_reader() {
    try (TestApplication paperboy = new TestApplication(folder, clock, SENDER)) {
      OutgoingMail mail = digest(paperboy);
      Inbox inbox = paperboy.application().config().mailing().sender().inbox();
      long ada = paperboy.subscriber("ada@example.org").id();

      Tag reply = inbox.tagOf(requireNonNull(mail.head().replyTo()).address()).orElseThrow();
      assertThat(reply.use()).isEqualTo(Use.REPLY);
      assertThat(paperboy.application().tokens().holder(reply.value(), Purpose.REPLY))
          .contains(ada);

      Matcher leave =
          Pattern.compile("mailto:([^?]+)\\?")
              .matcher(headers(bytes(mail)).get("List-Unsubscribe"));
      assertThat(leave.find()).isTrue();
      Tag leaving = inbox.tagOf(EmailAddress.parse(leave.group(1)).orElseThrow()).orElseThrow();
      assertThat(leaving.use()).isEqualTo(Use.UNSUBSCRIBE);
      assertThat(paperboy.application().tokens().holder(leaving.value(), Purpose.UNSUBSCRIBE_MAIL))
          .contains(ada);

      Tag bounce = inbox.tagOf(requireNonNull(mail.envelope().sender())).orElseThrow();
      assertThat(bounce.use()).isEqualTo(Use.BOUNCE);
      assertThat(bounce.value()).matches("[0-9a-z]+-[a-z2-7]{16}");
      assertThat(paperboy.application().bounceTags().delivery(bounce.value()))
          .hasValue(paperboy.application().outbox().of(ada).get(0).id());
    }
  }

  @Test
  void a_server_that_refuses_tagged_senders_gets_a_plain_one() {
    String plain = SENDER + "smtp: {envelope: plain}\n";
    try (TestApplication paperboy = new TestApplication(folder, clock, plain)) {
      OutgoingMail mail = digest(paperboy);

      assertThat(mail.envelope().sender()).hasToString("answers@example.net");
      assertThat(requireNonNull(mail.head().replyTo()).address().toString()).contains("+r-");
    }
  }

  @Test
  void a_mailbox_without_tags_gets_plain_addresses() {
    try (TestApplication paperboy = new TestApplication(folder, clock, SENDER + "  tags: none\n")) {
      OutgoingMail mail = digest(paperboy);
      Map<String, String> headers = headers(bytes(mail));
      assertThat(headers).containsEntry("Reply-To", "Papers <answers@example.net>");
      assertThat(headers.get("List-Unsubscribe"))
          .matches(".*, <mailto:answers@example\\.net\\?subject=unsubscribe%20[a-z2-7]{32}>");
      assertThat(mail.envelope().sender()).hasToString("answers@example.net");
    }
  }

  @Test
  void the_same_delivery_makes_the_same_bytes_whenever_it_is_sent() {
    byte[] first;
    try (TestApplication paperboy = new TestApplication(folder, clock, SENDER)) {
      first = bytes(digest(paperboy));
    }
    clock.moveTo("2025-12-05T09:00:00Z");
    try (TestApplication paperboy = new TestApplication(folder, clock, SENDER)) {
      assertThat(bytes(prepared(paperboy))).isEqualTo(first);
    }
  }

  private static OutgoingMail digest(TestApplication paperboy) {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.drop("one.txt", capture("Dec 5", "Robots That Knit", "A robot knits a long scarf."));
    paperboy.application().ingester().takeInFolder(result -> {});
    paperboy.application().planner().planAll();
    return prepared(paperboy);
  }

  private static OutgoingMail prepared(TestApplication paperboy) {
    List<Delivery> deliveries =
        paperboy.application().outbox().of(paperboy.subscriber("ada@example.org").id());
    return ((Ready) paperboy.application().mails().prepare(deliveries.get(0))).mail();
  }

  private static byte[] bytes(OutgoingMail mail) {
    return new MimeWriter(DkimSigner.NONE).bytes(mail);
  }

  private static Map<String, String> headers(byte[] message) {
    String text = new String(message, StandardCharsets.US_ASCII);
    String head = text.substring(0, text.indexOf("\r\n\r\n")).replaceAll("\r\n(?=[ \t])", "");
    Map<String, String> headers = new TreeMap<>();
    head.lines().forEach(line -> headers.put(line.replaceFirst(":.*", ""), line.split(": ", 2)[1]));
    return headers;
  }
}
