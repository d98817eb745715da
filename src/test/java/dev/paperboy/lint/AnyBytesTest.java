package dev.paperboy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever the bytes are, there are findings and no exception. */
class AnyBytesTest {

  private static final String GOOD = Changes.latin(GoodMail.bytes());

  private static final List<String> PIECES =
      List.of(
          "a",
          "\r\n",
          "\n",
          "\r",
          "\0",
          " ",
          ":",
          "Subject: ",
          "From: ",
          "To: ",
          "Date: ",
          "<",
          ">",
          "@",
          ",",
          ";",
          "\"",
          "(",
          "\\",
          "=?UTF-8?Q?",
          "=?x?B?",
          "?=",
          "=C3",
          "=",
          "=\r\n",
          "\u00FF",
          "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
          "--b\r\n",
          "--b--\r\n",
          "Content-Type: text/html; charset=\"",
          "Content-Transfer-Encoding: base64\r\n\r\n",
          "Content-Type: text/html\r\n\r\n",
          "Content-Type: text/plain; format=flowed\r\n\r\n",
          "DKIM-Signature: a=",
          "List-Unsubscribe: <",
          "https://x.example/",
          "<b>",
          "<b style=\"color:#",
          "</td>",
          "<table>",
          "<style>",
          "@media (prefers-color-scheme: dark) {",
          "{",
          "}",
          "/*",
          ".a{color:#fff!important}",
          "<a href=\"",
          "<h6>",
          "&#",
          "&nbsp;",
          "$",
          "\\x{",
          "${a",
          "null",
          "<!--[if mso]>",
          "-->",
          "<p>x",
          "<div>");

  @Property(tries = 300)
  void random_bytes_are_taken(@ForAll byte[] bytes) {
    assertThat(lint(bytes)).isNotEmpty();
  }

  @Property(tries = 300)
  void pieces_of_mails_are_taken(@ForAll("patchworks") String raw) {
    assertThat(lint(GoodMail.octets(raw))).isNotEmpty();
  }

  @Property(tries = 500)
  void a_good_mail_with_a_piece_put_in_is_taken(
      @ForAll("places") int place, @ForAll("places") int end, @ForAll("patchworks") String raw) {
    int last = Math.max(place, Math.min(end, place + 200));
    lint(GoodMail.octets(GOOD.substring(0, place) + raw + GOOD.substring(last)));
  }

  @Property(tries = 100)
  void a_good_mail_cut_off_is_taken(@ForAll("places") int place) {
    lint(GoodMail.octets(GOOD.substring(0, place)));
    lint(GoodMail.octets(GOOD.substring(place)));
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void two_megabytes_of_a_few_patterns_take_little_time(
      @ForAll("heads") String head, @ForAll("pieces") String a, @ForAll("pieces") String b) {
    two_megabytes_of_one_pattern_take_little_time(head, a, b);
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void a_page_of_a_few_patterns_takes_little_time(
      @ForAll("pieces") String a, @ForAll("pieces") String b) {
    a_page_of_one_pattern_takes_little_time(a, b);
  }

  @Tag("full")
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void two_megabytes_of_one_pattern_take_little_time(
      @ForAll("heads") String head, @ForAll("pieces") String a, @ForAll("pieces") String b) {
    String raw = head + (a + b).repeat(2_000_000 / (a + b).length());
    inTime(raw);
  }

  @Tag("full")
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void a_page_of_one_pattern_takes_little_time(
      @ForAll("pieces") String a, @ForAll("pieces") String b) {
    String page = (a + b).repeat(250_000 / (a + b).length());
    String raw = "Content-Type: text/html\r\n\r\n" + page;
    inTime(raw);
  }

  private static void inTime(String raw) {
    byte[] bytes = GoodMail.octets(raw);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> new MailLinter().lint(bytes, Expected.nothing()));
  }

  private static List<Finding> lint(byte[] bytes) {
    List<Finding> findings = new MailLinter().lint(bytes, GoodMail.expected());
    assertThat(new MailLinter().lint(bytes, GoodMail.expected())).isEqualTo(findings);
    return findings;
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, GOOD.length());
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES);
  }

  @Provide
  Arbitrary<String> patchworks() {
    return pieces().list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> heads() {
    return Arbitraries.of(
        "",
        "Subject: ",
        "\r\n",
        "Content-Type: text/plain; format=flowed\r\n\r\n",
        "Content-Type: text/html\r\n\r\n",
        "Content-Type: text/html\r\n\r\n<style>",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n");
  }
}
