package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredMailsTest {

  private static final String MAIL =
      """
      Date: Wed, 4 Mar 2026 09:00:00 +0000
      From: Paperboy <p@example.org>
      To: ada@example.org
      Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
       folded
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain; charset=UTF-8

      words
      --b
      Content-Type: text/html; charset=UTF-8

      <p>words
      --b--
      """
          .replace("\n", "\r\n");

  @TempDir Path folder;

  @Test
  void a_mail_is_listed_and_taken_apart() throws IOException {
    Files.writeString(folder.resolve("2026-03-04_ada_1.eml"), MAIL);
    StoredMails mails = new StoredMails(folder);

    StoredMail mail = mails.find("2026-03-04_ada_1").orElseThrow();

    assertThat(mails.list()).singleElement().extracting("subject").isEqualTo("Grüße folded");
    assertThat(mail.header("subject")).isEqualTo("Grüße folded");
    assertThat(mail.text()).isEqualTo("words");
    assertThat(mail.html()).isEqualTo("<p>words");
    assertThat(mail.source()).asString().isEqualTo(MAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../secret", "a/b", "\0", "none", "..%2fsecret", "A", "é"})
  void only_mails_of_the_folder_are_opened(String name) throws IOException {
    Path inner = Files.createDirectory(folder.resolve("mailbox"));
    Files.writeString(folder.resolve("secret.eml"), MAIL);

    assertThat(new StoredMails(inner).find(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0",
        "no header",
        "Content-Type: multipart/mixed; boundary=\r\n\r\nx",
        "Content-Type: text/html; charset=nonsense\r\n\r\n<p>",
        "Subject: =?x?y?z?=\r\n\r\n",
        "Content-Transfer-Encoding: nonsense\r\n\r\nx",
        "Content-Type: text/plain\r\n"
      })
  void what_is_hardly_a_mail_ends_nothing(String content) throws IOException {
    Files.write(folder.resolve("odd.eml"), content.getBytes(StandardCharsets.UTF_8));
    StoredMails mails = new StoredMails(folder);

    assertThat(mails.list()).hasSize(1);
    mails.find("odd").ifPresent(mail -> assertThat(mail.headers()).isNotEqualTo(List.of("x")));
  }
}
