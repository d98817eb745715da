package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {

  @Test
  void a_mail_may_be_as_large_as_the_limit_and_no_larger() {
    String head = "Subject: long\n\n";
    String mail = head + "x".repeat(MessageReader.LARGEST - head.length());
    assertThat(read(mail).root().text()).hasSize(mail.length() - head.length());
    assertLimit(mail + "x", "larger than 256 KB");
    assertThat(read(mail + "x").root().text()).hasSize(mail.length() - head.length());
  }

  @Test
  void many_parts_are_refused() {
    String head = "Content-Type: multipart/mixed; boundary=b\n\n";
    assertThat(read(head + "--b\n\nx\n".repeat(MessageReader.MOST_PARTS - 1)).root().tree())
        .hasSize(MessageReader.MOST_PARTS);
    assertLimit(head + "--b\n\nx\n".repeat(MessageReader.MOST_PARTS), "more than 50 parts");
    assertLimit(head + "--b\n\n".repeat(40_000), "more than 50 parts");
  }

  @Test
  void parts_in_parts_count_together() {
    StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=outer\n\n");
    for (int i = 0; i < 8; i++) {
      mail.append("--outer\nContent-Type: multipart/mixed; boundary=inner\n\n");
      mail.append("--inner\n\nx\n".repeat(8)).append("--inner--\n");
    }
    assertLimit(mail + "--outer--\n", "more than 50 parts");
  }

  @Test
  void depth_is_refused() {
    String embedded = "Content-Type: message/rfc822\n\n";
    assertThat(read(embedded.repeat(MessageReader.DEEPEST)).root().tree())
        .hasSize(MessageReader.DEEPEST + 1);
    assertLimit(embedded.repeat(MessageReader.DEEPEST + 1), "more than 20 deep");
    assertLimit(embedded.repeat(8000), "more than 20 deep");
  }

  @Test
  void deeply_nested_pages_and_many_blocks_take_little_time() {
    String page = "Content-Type: text/html\n\n" + "<div>".repeat(50_000);
    String blocks = "Content-Type: message/delivery-status\n\n" + "\n".repeat(200_000);
    InboundMail nested = read(page);
    InboundMail many = read("From: mailer-daemon@example.com\n" + blocks);
    Optional<Report> report =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> BounceReader.read(many));
    assertThat(report).isPresent();
    String words = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> nested.root().text());
    assertThat(words).hasSizeLessThan(10);
  }

  @Test
  void what_an_mta_puts_before_the_mail_is_no_part_of_it() {
    assertThat(
            read("From ada@example.com Fri Dec  5 09:00:00 2025\nMessage-ID: <a@b>\n\n")
                .messageId())
        .isEqualTo("<a@b>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          base64           | SGVsbG8gd29ybGQh     | Hello world!
          base64           | SGVsbG8gd29y*bG      | Hello w
          quoted-printable | Hello=20world=21     | Hello world!
          quoted-printable | Hello=2              | Hello
          x-none           | Hello                | Hello
          """)
  void damaged_encodings_are_read_as_far_as_they_go(String encoding, String body, String start) {
    assertThat(read("Content-Transfer-Encoding: " + encoding + "\n\n" + body).root().text())
        .startsWith(start);
  }

  @ParameterizedTest
  @CsvSource({"utf-8,Ã¼,ü", "x-unknown,ü,ü", "'',ü,ü", "windows-1252,\u0080,€"})
  void words_are_read_in_their_charset_or_somehow(String charset, String octets, String words) {
    String type = "Content-Type: text/plain; charset=\"" + charset + "\"\n\n";
    assertThat(read(type + octets).root().text()).isEqualTo(words);
  }

  private static void assertLimit(String mail, String why) {
    assertThat(read(mail).limit()).contains(why);
    assertThat(read(mail).root().tree().count()).isLessThanOrEqualTo(MessageReader.MOST_PARTS);
  }

  private static InboundMail read(String mail) {
    return MessageReader.read(Corpus.octets(mail));
  }
}
