package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QuotedPrintableTest {

  @Test
  void space_at_a_line_end_and_the_equals_sign_are_encoded() {
    assertThat(encoded("a \r\nb=c\t")).isEqualTo("a=20\r\nb=3Dc=09");
  }

  @Test
  void a_long_line_is_broken_softly_at_76_octets() {
    assertThat(encoded("x".repeat(160)).split("\r\n"))
        .containsExactly("x".repeat(75) + "=", "x".repeat(75) + "=", "x".repeat(10));
  }

  @Property(tries = 500)
  void the_library_decodes_what_was_encoded(@ForAll String any) throws Exception {
    String text = MailText.clean(any).replace("\n", "\r\n");
    byte[] bytes = QuotedPrintable.encode(text);

    InputStream decoded = MimeUtility.decode(new ByteArrayInputStream(bytes), "quoted-printable");
    assertThat(new String(decoded.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  private static String encoded(String text) {
    return new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII);
  }
}
