package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintMailCommandTest {

  private static final String GOOD =
      """
      Date: Fri, 5 Dec 2025 06:30:00 +0000
      From: a@b.example
      To: c@d.example
      Subject: Hello
      Message-ID: <1@b.example>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8; format=flowed
      Content-Transfer-Encoding: quoted-printable

      Hello.
      """
          .replace("\n", "\r\n");

  private static final String BAD =
      GOOD.replace("Subject: Hello", "Subject: " + "Hello ".repeat(11) + "\r\n again and again");

  @TempDir Path folder;

  private Terminal terminal;
  private Path good;
  private Path bad;

  @BeforeEach
  void mails() throws IOException {
    terminal = new Terminal(folder.resolve("config.yml"));
    good = Files.writeString(folder.resolve("good.eml"), GOOD);
    bad = Files.writeString(folder.resolve("bad.eml"), BAD + "Bcc");
  }

  @Test
  void a_mail_without_fault_has_no_findings() {
    Terminal.Result result = terminal.run("lint-mail", good.toString());
    assertThat(result.out()).isEqualToNormalizingNewlines("No findings.\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void findings_are_grouped_by_how_bad_they_are() {
    Terminal.Result result = terminal.run("lint-mail", good.toString(), bad.toString());
    assertThat(result.out())
        .isEqualToNormalizingNewlines(
            good
                + "\nNo findings.\n"
                + bad
                + """

                MUST
                  A1   The last line has no end. End it with CRLF.
                SHOULD
                  A11  The subject has 82 characters; lists of mails show 78 at best.
                """);
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void what_should_be_mended_does_not_fail() throws IOException {
    Files.writeString(bad, BAD);
    assertThat(terminal.run("lint-mail", bad.toString()).code()).isZero();
  }

  @Test
  void json_is_one_document() throws IOException {
    Terminal.Result result = terminal.run("lint-mail", bad.toString(), "--format", "json");
    JsonNode mail = JsonMapper.builder().build().readTree(result.out()).get("mails").get(0);
    assertThat(mail.get("file").asText()).isEqualTo(bad.toString());
    JsonNode finding = mail.get("findings").get(0);
    assertThat(finding.get("rule").asText()).isEqualTo("A1");
    assertThat(finding.get("severity").asText()).isEqualTo("must");
    assertThat(finding.get("title").asText()).startsWith("Every line ends with CRLF");
    assertThat(finding.get("message").asText()).endsWith("End it with CRLF.");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void a_dash_reads_standard_input() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)));
      assertThat(terminal.run("lint-mail", "-").out()).contains("No findings.");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void no_file_is_wrong_use() {
    assertThat(terminal.run("lint-mail").code()).isEqualTo(2);
    Terminal.Result result = terminal.run("lint-mail", folder.resolve("none.eml").toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("There is no file ");
  }
}
