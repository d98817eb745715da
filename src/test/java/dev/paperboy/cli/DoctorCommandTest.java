package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir Path folder;

  private Terminal terminal;

  @BeforeEach
  void config() throws IOException {
    configure("");
  }

  @Test
  void a_fresh_installation_is_well() {
    Terminal.Result result = terminal.run("doctor");
    assertThat(result.out()).startsWith("OK       config: It can be used.\nOK       database: ");
    assertThat(result.code()).isZero();
  }

  @Test
  void a_config_that_cannot_be_used_is_a_problem_with_its_line() throws IOException {
    configure("mail:\n  transport: pigeon\n");
    Terminal.Result result = terminal.run("doctor", "--format", "json");
    JsonNode report = JsonMapper.builder().build().readTree(result.out());
    assertThat(result.code()).isEqualTo(CliCommand.FAILED);
    assertThat(report.get("well").asBoolean()).isFalse();
    assertThat(report.get("findings").get(0).get("level").asText()).isEqualTo("PROBLEM");
    assertThat(report.get("findings").get(0).get("sentence").asText()).contains("line 2");
  }

  @Test
  void a_new_key_is_shown_as_a_dns_record_and_signs_when_the_lines_are_set() throws IOException {
    configure("mail: {from: papers@example.org}\n");
    Terminal.Result result = terminal.run("doctor", "--new-dkim-key", "--selector", "s2026");

    assertThat(result.code()).as(result.err()).isZero();
    String zone =
        result.out().lines().filter(line -> line.contains(" IN TXT ")).findFirst().orElseThrow();
    assertThat(zone).startsWith("s2026._domainkey.example.org. IN TXT ( \"v=DKIM1; k=rsa; p=");
    List<String> strings =
        Pattern.compile("\"([^\"]*)\"").matcher(zone).results().map(m -> m.group(1)).toList();
    assertThat(strings).hasSize(2).allMatch(string -> string.length() <= 255);
    assertThat(result.out()).contains(String.join("", strings)).endsWith("selector: s2026\n");

    configure("mail: {from: papers@example.org}\n" + tail(result.out(), 2));
    Path interests = Files.writeString(folder.resolve("i.yml"), "interests: [hands]\n");
    terminal.run("ingest", SampleReader.sampleDump(folder).toString());
    Terminal.Result preview =
        terminal.run("preview", interests.toString(), "--out", folder.resolve("out").toString());
    assertThat(preview.code()).as(preview.err()).isZero();
    assertThat(Files.readString(folder.resolve("out/preview.eml")))
        .startsWith("DKIM-Signature: v=1; a=rsa-sha256;")
        .contains("d=example.org; s=s2026;");
  }

  @Test
  void an_old_key_is_never_overwritten() throws IOException {
    configure("mail: {from: papers@example.org}\n");
    terminal.run("doctor", "--new-dkim-key", "--ed25519");
    String before = Files.readString(folder.resolve("data/dkim-ed25519.pem"));
    Terminal.Result again = terminal.run("doctor", "--new-dkim-key", "--ed25519");
    assertThat(again.code()).isEqualTo(CliCommand.FAILED);
    assertThat(again.out()).contains("left as it is").contains("dkim.ed25519_key");
    assertThat(Files.readString(folder.resolve("data/dkim-ed25519.pem"))).isEqualTo(before);
  }

  @Test
  void a_key_needs_a_domain_and_a_name_that_dns_takes() throws IOException {
    assertThat(terminal.run("doctor", "--new-dkim-key").err()).contains("Set mail.from");
    configure("mail: {from: papers@example.org}\n");
    Terminal.Result result = terminal.run("doctor", "--new-dkim-key", "--selector", "a b");
    assertThat(result.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(result.err()).contains("'a b' is no name for DNS");
    assertThat(terminal.run("doctor", "--selector", "s1").code()).isEqualTo(CliCommand.WRONG_USE);
  }

  @Test
  void a_missing_key_stops_other_commands_with_a_sentence() throws IOException {
    configure("dkim: {selector: s1}\n");
    Terminal.Result result = terminal.run("outbox");
    assertThat(result.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(result.err().strip())
        .endsWith(
            "dkim.pem: There is no DKIM key here. Make one with: paperboy doctor --new-dkim-key"
                + " --selector s1");
  }

  private static String tail(String text, int lines) {
    List<String> all = text.lines().toList();
    return all.subList(all.size() - lines, all.size()).stream()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void configure(String yaml) throws IOException {
    Path config = Files.writeString(folder.resolve("config.yml"), yaml);
    terminal = new Terminal(config);
  }
}
