package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewLintTest {

  private static final String HTTPS = "base_url: https://papers.example.org\n";

  @TempDir Path folder;

  @Test
  void a_first_look_is_told_what_must_change_before_mails_are_sent() throws IOException {
    Terminal.Result result = previewOfDigest("");

    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out())
        .contains("No findings.", "Before you send for real:", "now http://localhost:8080")
        .doesNotContain("MUST");
  }

  @Test
  void with_pages_behind_https_nothing_is_left_to_say() throws IOException {
    Terminal.Result result = previewOfDigest(HTTPS);

    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out()).contains("No findings.").doesNotContain("Before you send");
  }

  @Test
  void once_mails_are_sent_it_counts() throws IOException {
    Terminal.Result result =
        previewOfDigest(
            "mail: {transport: smtp, from: a@example.org}\nsmtp: {host: example.org}\n");

    assertThat(result.code()).as(result.err()).isEqualTo(CliCommand.FAILED);
    assertThat(result.out()).contains("MUST", "B2", "https");
  }

  @Test
  void a_template_that_breaks_a_rule_fails() throws IOException {
    Files.createDirectory(folder.resolve("templates"));
    Files.writeString(folder.resolve("templates/goodbye.html.ftlh"), "<p>edited</p>");

    Terminal.Result result =
        new Terminal(config(HTTPS)).run("preview", "--mail", "goodbye", "--out", out());

    assertThat(result.code()).as(result.err()).isEqualTo(CliCommand.FAILED);
    assertThat(result.out()).contains("Subject:", "MUST", "E2", "D4");
  }

  private Terminal.Result previewOfDigest(String config) throws IOException {
    Terminal terminal = new Terminal(config(config));
    Path interests = Files.writeString(folder.resolve("i.yml"), "interests: [robot]\n");
    Path dump = Path.of("dumps/sample/2025-12-05.txt").toAbsolutePath();
    assertThat(terminal.run("ingest", dump.toString()).code()).isZero();
    return terminal.run("preview", interests.toString(), "--out", out());
  }

  private Path config(String text) throws IOException {
    TestApplication.install(folder);
    return Files.writeString(folder.resolve("config.yml"), text);
  }

  private String out() {
    return folder.resolve("out").toString();
  }
}
