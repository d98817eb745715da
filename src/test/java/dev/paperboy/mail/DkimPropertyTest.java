package dev.paperboy.mail;

import static dev.paperboy.mail.DkimTesting.SIGNER;
import static dev.paperboy.mail.DkimTesting.bytes;
import static dev.paperboy.mail.DkimTesting.signed;
import static dev.paperboy.mail.DkimTesting.verifies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * Whatever the white space and the length of lines: what we sign verifies elsewhere. Only a body
 * without a word is left out, where jDKIM takes another hash than RFC 6376 section 3.4.4 gives.
 */
class DkimPropertyTest {

  @Property(tries = 300)
  void every_message_verifies(
      @ForAll("values") String subject,
      @ForAll("values") String list,
      @ForAll @Size(max = 12) List<@net.jqwik.api.From("lines") String> body)
      throws IOException {
    String message =
        "From: a@paperboy.example\r\nSubject:"
            + subject
            + "\r\nList-Id:\t"
            + list
            + "\r\nX-Other: b\r\n\r\n"
            + String.join("\r\n", body)
            + ".\r\n \r\n";
    assertThat(verifies(signed(SIGNER, bytes(message)))).isTrue();
  }

  @Property(tries = 150)
  void every_mail_verifies(@ForAll String subject, @ForAll String text, @ForAll String html)
      throws IOException {
    byte[] bytes = new MimeWriter(SIGNER).bytes(Mails.saying(subject, text, html));
    assertThat(verifies(bytes)).isTrue();
  }

  /** Words with white space of every kind between them, folded here and there. */
  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> word = Arbitraries.strings().withCharRange('!', '~').ofMinLength(1);
    Arbitrary<String> gap = Arbitraries.of(" ", "  ", "\t ", "\r\n ", " \r\n\t", "  \r\n  ");
    return gap.list()
        .ofSize(6)
        .flatMap(gaps -> word.list().ofSize(6).map(words -> joined(gaps, words)))
        .flatMap(value -> Arbitraries.of("", " ", "\t").map(end -> value + end));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withCharRange(' ', '~').withChars('\t', ' ').ofMaxLength(200);
  }

  private static String joined(List<String> gaps, List<String> words) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      value.append(gaps.get(i)).append(words.get(i));
    }
    return value.toString();
  }
}
