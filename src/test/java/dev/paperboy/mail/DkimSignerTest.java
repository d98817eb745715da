package dev.paperboy.mail;

import static dev.paperboy.mail.DkimTesting.BOTH;
import static dev.paperboy.mail.DkimTesting.SIGNER;
import static dev.paperboy.mail.DkimTesting.bytes;
import static dev.paperboy.mail.DkimTesting.signed;
import static dev.paperboy.mail.DkimTesting.text;
import static dev.paperboy.mail.DkimTesting.verified;
import static dev.paperboy.mail.DkimTesting.verifies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.OutgoingMail.MailBody;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.james.jdkim.api.SignatureRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures as an independent verifier sees them. */
class DkimSignerTest {

  private static final List<String> COVERED =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Reply-To",
          "Content-Type",
          "Message-ID",
          "MIME-Version",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "Feedback-ID",
          "Auto-Submitted");

  private static final byte[] SIGNED = new MimeWriter(SIGNER).bytes(digest("Drei Ärzte", 1));

  @Test
  void a_digest_verifies_and_says_how_it_was_signed() throws Exception {
    SignatureRecord record = verified(SIGNED).get(0);
    assertThat(record.getDToken()).hasToString("paperboy.example");
    assertThat(record.getSelector()).hasToString("s1");
    assertThat(record.getHeaderCanonicalisationMethod()).isEqualTo("relaxed");
    assertThat(record.getBodyCanonicalisationMethod()).isEqualTo("relaxed");
    assertThat(record.getSignatureTimestamp()).isEqualTo(Mails.DATE.getEpochSecond());
    assertThat(record.getBodyHashLimit()).as("no l=: the whole body counts").isEqualTo(-1);
    List<String> names = record.getHeaders().stream().map(CharSequence::toString).toList();
    assertThat(names).hasSize(2 * COVERED.size());
    assertThat(COVERED)
        .allSatisfy(name -> assertThat(names).filteredOn(name::equalsIgnoreCase).hasSize(2));
  }

  @Test
  void the_signature_stands_first_in_lines_that_need_no_folding_by_others() {
    String field = text(SIGNED).split("\r\n(?=[^ ])", 2)[0];
    assertThat(field).startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;");
    assertThat(field.split("\r\n")).allMatch(line -> line.length() <= 78);
  }

  @Test
  void the_same_mail_gets_the_same_signatures() {
    OutgoingMail mail = digest("Again", 1);
    assertThat(new MimeWriter(BOTH).bytes(mail)).isEqualTo(new MimeWriter(BOTH).bytes(mail));
  }

  @Test
  void without_a_key_nothing_is_added() {
    OutgoingMail mail = digest("Plain", 1);
    assertThat(text(Mails.UNSIGNED.bytes(mail)))
        .startsWith("Date: ")
        .isEqualTo(
            text(new MimeWriter(SIGNER).bytes(mail)).replaceFirst("(?s)^DKIM.*?\r\n(?=Date)", ""));
  }

  @ParameterizedTest
  @MethodSource("covered")
  void a_covered_header_cannot_be_changed_removed_or_added(String name) throws IOException {
    String message = text(SIGNED);
    String field = field(message, name);
    assertThat(verifies(SIGNED)).isTrue();
    assertThat(verifies(bytes(message.replace(field, field.replaceFirst("\r\n$", "x\r\n")))))
        .as("changed")
        .isFalse();
    assertThat(verifies(bytes(message.replace(field, "")))).as("removed").isFalse();
    assertThat(verifies(bytes(name + ": second\r\n" + message))).as("added above").isFalse();
    assertThat(verifies(bytes(message.replace(field, field + name + ": second\r\n"))))
        .as("added below")
        .isFalse();
  }

  @Test
  void an_absent_reply_to_cannot_be_added() throws IOException {
    String message = text(signed(SIGNER, Mails.UNSIGNED.bytes(Mails.to("ada@example.org"))));
    assertThat(verifies(bytes(message))).isTrue();
    assertThat(verifies(bytes("Reply-To: eve@example.com\r\n" + message))).isFalse();
  }

  @Test
  void no_byte_of_the_body_can_be_changed() throws IOException {
    int body = text(SIGNED).indexOf("\r\n\r\n") + 4;
    int tried = 0;
    for (int i = body; i < SIGNED.length; i += 7) {
      if (SIGNED[i] > ' ') {
        byte[] changed = SIGNED.clone();
        changed[i] ^= 1;
        assertThat(verifies(changed)).as("byte %d", i - body).isFalse();
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(50);
    assertThat(verifies(bytes(text(SIGNED) + "x"))).isFalse();
  }

  @Test
  void what_servers_on_the_way_may_do_breaks_nothing() throws IOException {
    String message = text(SIGNED);
    String subject = field(message, "Subject");
    assertThat(verifies(bytes("Received: from a by b\r\n" + message))).isTrue();
    assertThat(verifies(bytes(message.replace(subject, subject.replace(": ", ":  \t"))))).isTrue();
    assertThat(verifies(bytes(message + "\r\n\r\n"))).isTrue();
  }

  /** RFC 6376 section 3.4.4; jDKIM takes the hash of one empty line. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", " \t\r\n\r\n", " "})
  void an_empty_body_has_the_hash_that_the_rfc_gives(String body) {
    assertThat(Base64.getEncoder().encodeToString(DkimBody.hash(bytes(body), 0)))
        .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  @Test
  void four_threads_share_one_signer() throws Exception {
    MimeWriter writer = new MimeWriter(SIGNER);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> jobs = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        OutgoingMail mail = digest("Mail " + i, i % 50);
        jobs.add(() -> verifies(writer.bytes(mail)));
      }
      for (Future<Boolean> job : threads.invokeAll(jobs)) {
        assertThat(job.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  static Stream<String> covered() {
    return COVERED.stream();
  }

  private static String field(String message, String name) {
    return Stream.of(message.substring(0, message.indexOf("\r\n\r\n") + 2).split("(?<=\r\n)(?! )"))
        .filter(field -> field.startsWith(name + ":"))
        .findFirst()
        .orElseThrow();
  }

  private static OutgoingMail digest(String subject, int size) {
    OutgoingMail plain = Mails.to("ada@example.org");
    MailHead head =
        new MailHead(
            "<1.ada@paperboy.example>",
            Mails.DATE,
            Mails.from("Paperboy"),
            Mails.from("Paperboy"),
            subject + " · ".repeat(40) + "end");
    ListHeaders list = new ListHeaders("paperboy.example", Mails.address("a@paperboy.example"));
    URI page = URI.create("https://paperboy.example/" + "u".repeat(120));
    return new OutgoingMail(
        plain.envelope(),
        head,
        list.unsubscribingBy(page, URI.create("mailto:a+u-x@paperboy.example")),
        new MailBody(
            "Guten Morgen,  zwei Blanks.  \n\n".repeat(size + 1) + "\n\n\n",
            "<p>Schöne   Grüße \t</p>\n".repeat(size + 1) + "\n\n"));
  }
}
