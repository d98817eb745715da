package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;

/** Whatever the bytes are, they are read or refused, and soon. */
class AnyMailTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "\r\n",
          "\n",
          "\r",
          "\0",
          " ",
          ":",
          ";",
          "\"",
          "(",
          "\\",
          "<",
          ">",
          "@",
          "a@",
          "=?UTF-8?Q?",
          "=?x?B?",
          "?=",
          "=",
          "\u00FF",
          "From ",
          "Subject: ",
          "Subject: =?utf-16?Q?=",
          "Content-Type: ",
          "Content-Type: multipart/report; boundary=b\n\n",
          "Content-Type: multipart/mixed; boundary=\"\"\n\n",
          "Content-Type: text/plain; charset=x-none\n\n",
          "Content-Type: text/html; charset*=utf-8''%ff\n\n",
          "Content-Type: message/rfc822\n\n",
          "Content-Type: message/delivery-status\n\n",
          "Content-Type: message/feedback-report\n\n",
          "Content-Transfer-Encoding: base64\n",
          "Content-Transfer-Encoding: quoted-printable\n",
          "--b\n",
          "--b--\n",
          "Action: failed\n",
          "Status: 5.",
          "5.1.1 ",
          "Diagnostic-Code: ",
          "Final-Recipient: rfc822; a@b.example\n",
          "Message-ID: <",
          "user ",
          "postfach ",
          "boîte ",
          "return-path: <",
          "/unsubscribe/",
          "<div>",
          "&#");

  @Property(tries = 300)
  void random_bytes_are_taken(@ForAll byte[] bytes) {
    assertThat(read(bytes)).isPresent();
  }

  @Property(tries = 500)
  void pieces_of_mails_are_taken(@ForAll("patchworks") String mail) {
    assertThat(read(Corpus.octets(mail))).isPresent();
  }

  @Property(tries = 1000)
  void a_mail_of_the_corpus_with_a_piece_put_in_is_taken(
      @ForAll("names") String name,
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll("patchworks") String piece) {
    String mail = Corpus.mail(name);
    int at = place(mail, place);
    int after = Math.min(mail.length(), at + 100);
    read(Corpus.octets(mail.substring(0, at) + piece + mail.substring(after)));
  }

  @Property(tries = 300)
  void a_mail_of_the_corpus_cut_off_is_taken(
      @ForAll("names") String name, @ForAll @DoubleRange(min = 0, max = 1) double place) {
    String mail = Corpus.mail(name);
    assertThat(read(Corpus.octets(mail.substring(0, place(mail, place))))).isPresent();
    read(Corpus.octets(mail.substring(place(mail, place))));
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void the_largest_mail_of_one_pattern_takes_little_time(
      @ForAll("patchworks") String head, @ForAll("pieces") String a, @ForAll("pieces") String b) {
    String mail = head + (a + b).repeat(MessageReader.LARGEST / (a + b).length());
    byte[] bytes = Corpus.octets(mail.substring(0, Math.min(mail.length(), MessageReader.LARGEST)));
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(bytes));
  }

  private static int place(String mail, double share) {
    return (int) (mail.length() * share);
  }

  /** Everything that is done with a mail short of the store; empty where not all of it is read. */
  private static Optional<Evidence> read(byte[] bytes) {
    UnderstoodMail mail = UnderstoodMail.of(bytes, null);
    mail.report()
        .ifPresent(
            found ->
                assertThat(Diagnostic.shown(found.diagnostic())).hasSizeLessThanOrEqualTo(300));
    assertThat(mail.fingerprint()).hasSize(64);
    return Optional.of(mail.evidence()).filter(evidence -> mail.letter().mail().isWhole());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(Corpus.names());
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES);
  }

  @Provide
  Arbitrary<String> patchworks() {
    return pieces().list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }
}
