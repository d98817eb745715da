package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.OutgoingMail.Header;
import dev.paperboy.mail.OutgoingMail.MailBody;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeWriterTest {

  private final MimeWriter writer = new MimeWriter(DkimSigner.NONE);

  @Test
  void a_mail_has_text_and_html_with_each_header_once() throws Exception {
    OutgoingMail mail =
        Mails.mail(
            new MailHead(
                "<7.ada@paperboy.example>",
                Mails.DATE,
                Mails.from("Zeitungsmädchen & Co."),
                new Mailbox("", Mails.address("reply+abc@paperboy.example")),
                "Drei Aufsätze · 5 Dec"),
            "ada@example.org",
            List.of(new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")),
            new MailBody("Guten Tag\n", "<p>Grüße</p>"));

    MimeMessage parsed = Mails.parsed(writer.bytes(mail));

    assertThat(parsed.getSubject()).isEqualTo("Drei Aufsätze · 5 Dec");
    assertThat(parsed.getMessageID()).isEqualTo("<7.ada@paperboy.example>");
    assertThat(parsed.getSentDate()).isEqualTo(Date.from(Mails.DATE));
    InternetAddress from = (InternetAddress) parsed.getFrom()[0];
    assertThat(from.getPersonal()).isEqualTo("Zeitungsmädchen & Co.");
    assertThat(from.getAddress()).isEqualTo("digest@paperboy.example");
    assertThat(parsed.getReplyTo()[0]).hasToString("reply+abc@paperboy.example");
    assertThat(parsed.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ada@example.org");
    assertThat(parsed.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    for (String once : List.of("Date", "From", "To", "Reply-To", "Subject", "MIME-Version")) {
      assertThat(parsed.getHeader(once)).as(once).hasSize(1);
    }
    MimeMultipart parts = (MimeMultipart) parsed.getContent();
    assertThat(parsed.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType())
        .contains("text/plain", "UTF-8", "format=flowed");
    assertThat(parts.getBodyPart(1).getContentType()).contains("text/html", "UTF-8");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Guten Tag\r\n");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>\r\n");
  }

  @Test
  void without_html_the_mail_is_plain_text() throws Exception {
    MimeMessage parsed = Mails.parsed(writer.bytes(Mails.saying("Hi", "One\nTwo", null)));

    assertThat(parsed.isMimeType("text/plain")).isTrue();
    assertThat(parsed.getContent()).isEqualTo("One\r\nTwo\r\n");
  }

  @Test
  void the_same_mail_gives_the_same_bytes_and_another_message_id_another_boundary() {
    byte[] first = writer.bytes(Mails.to("ada@example.org"));

    assertThat(new MimeWriter(DkimSigner.NONE).bytes(Mails.to("ada@example.org"))).isEqualTo(first);
    assertThat(boundary(first))
        .isNotEqualTo(boundary(writer.bytes(Mails.with("<2@x.example>", "ada@example.org", "x"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello\r\nBcc: eve@example.org",
        "Hello\nBcc: eve@example.org",
        "Hello\r\n\r\n<script>",
        "Hello\rBcc: eve@example.org",
        "Hello\u0085Bcc: eve@example.org",
        "Hello\u2028Bcc: eve@example.org",
        "Hello\0Bcc: eve@example.org"
      })
  void a_line_break_in_subject_or_name_starts_no_header(String hostile) throws Exception {
    MailHead head = new MailHead("<1@x.example>", Mails.DATE, Mails.from(hostile), null, hostile);
    byte[] bytes =
        writer.bytes(Mails.mail(head, "ada@example.org", List.of(), new MailBody("text", null)));

    MimeMessage parsed = Mails.parsed(bytes);
    assertThat(parsed.getHeader("Bcc")).isNull();
    assertThat(parsed.getSubject()).startsWith("Hello ");
    assertThat(parsed.getContent()).isEqualTo("text\r\n");
  }

  @Test
  void a_machine_made_header_with_a_line_break_is_refused() {
    for (Header hostile :
        List.of(
            new Header("List-Id", "<a>\r\nBcc: eve@example.org"),
            new Header("X-A\r\nBcc", "eve@example.org"),
            new Header("X-A: b\nBcc", "eve@example.org"),
            new Header("List-Id", " "),
            new Header("Bcc", "eve@example.org"),
            new Header("subject", "again"),
            new Header("Content-Type", "text/html"),
            new Header("Resent-To", "eve@example.org"),
            new Header("X-Long", "x".repeat(1200)))) {
      OutgoingMail mail = withHeaders(hostile);
      assertThatThrownBy(() -> writer.bytes(mail))
          .as(hostile.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(
            () -> writer.bytes(withHeaders(new Header("X-A", "1"), new Header("x-a", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_address_made_past_the_parser_is_refused() {
    EmailAddress hostile = new EmailAddress("ada\r\nBcc: eve", "example.org");
    OutgoingMail mail = Mails.to("ada@example.org");
    OutgoingMail bad =
        new OutgoingMail(
            new Envelope(mail.envelope().sender(), hostile),
            mail.head(),
            mail.headers(),
            mail.body());

    assertThatThrownBy(() -> writer.bytes(bad)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_long_header_is_folded_where_it_has_spaces() throws Exception {
    String value =
        "<https://paperboy.example/unsubscribe/"
            + "t".repeat(43)
            + ">, <mailto:u@paperboy.example>";
    byte[] bytes = writer.bytes(withHeaders(new Header("List-Unsubscribe", value)));

    assertThat(headLines(bytes)).allMatch(line -> line.length() <= 120);
    assertThat(headLines(bytes)).contains(" <mailto:u@paperboy.example>");
    assertThat(Mails.parsed(bytes).getHeader("List-Unsubscribe", null).replaceAll("\r\n ", " "))
        .isEqualTo(value);
  }

  @Test
  void text_that_looks_like_an_encoded_word_is_shown_as_text() throws Exception {
    byte[] bytes = writer.bytes(Mails.saying("=?utf-8?q?Your_bank?=", "x", null));

    assertThat(Mails.parsed(bytes).getSubject()).isEqualTo("= ?utf-8?q?Your_bank?=");
  }

  @Property(tries = 400)
  void any_subject_text_and_html_survive_the_journey(
      @ForAll @StringLength(max = 400) String subject,
      @ForAll @StringLength(max = 900) String text,
      @ForAll @StringLength(max = 900) String html)
      throws Exception {
    byte[] bytes = writer.bytes(Mails.saying(subject, text, html));

    assertThatBytesAreFitForTheWire(bytes);
    MimeMessage parsed = Mails.parsed(bytes);
    assertThat(parsed.getHeader("Bcc")).isNull();
    String shown = HeaderGuard.text(subject);
    assertThat(parsed.getSubject()).isEqualTo(shown.isEmpty() ? "(no subject)" : shown);
    MimeMultipart parts = (MimeMultipart) parsed.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(FlowedTextTest.joined((String) parts.getBodyPart(0).getContent()))
        .isEqualTo(FlowedTextTest.normal(Passage.plain(text).text()));
    assertThat(parts.getBodyPart(1).getContent())
        .isEqualTo(Passage.html(html).text().replace("\n", "\r\n"));
  }

  @Property(tries = 400)
  void cleaning_keeps_all_that_is_text(@ForAll String any) {
    String clean = MailText.clean(any);

    assertThat(clean).doesNotContain("\r", "\0", "\uFFFD");
    assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
    assertThat(new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(clean);
    assertThat(MailText.clean(clean)).isEqualTo(clean);
  }

  private static void assertThatBytesAreFitForTheWire(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(
            raw.chars().allMatch(c -> c == '\r' || c == '\n' || c == '\t' || (c >= 32 && c < 127)))
        .as("ASCII only")
        .isTrue();
    assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
    String body = raw.substring(raw.indexOf("\r\n\r\n"));
    assertThat(body.split("\r\n", -1)).allMatch(line -> line.length() <= 76);
    assertThat(headLines(bytes)).allMatch(line -> line.length() <= 320);
    assertThat(String.join("\n", headLines(bytes)).split("[ \n]+"))
        .as("encoded words, RFC 2047 section 2")
        .allMatch(word -> !word.startsWith("=?") || word.length() <= 75);
  }

  private static OutgoingMail withHeaders(Header... headers) {
    OutgoingMail plain = Mails.to("ada@example.org");
    return new OutgoingMail(plain.envelope(), plain.head(), List.of(headers), plain.body());
  }

  private static List<String> headLines(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    return raw.substring(0, raw.indexOf("\r\n\r\n")).lines().collect(Collectors.toList());
  }

  private static String boundary(byte[] bytes) {
    return headLines(bytes).stream()
        .filter(line -> line.contains("boundary="))
        .findAny()
        .orElseThrow();
  }
}
