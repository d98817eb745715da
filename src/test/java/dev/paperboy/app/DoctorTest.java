package dev.paperboy.app;

import static dev.paperboy.app.Finding.Level.OK;
import static dev.paperboy.app.Finding.Level.PROBLEM;
import static dev.paperboy.app.Finding.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.paperboy.TestClock;
import dev.paperboy.app.Finding.Level;
import dev.paperboy.mail.DkimKey;
import dev.paperboy.mail.DkimKey.Algorithm;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor before installations that are well, and ill in every way it knows. */
class DoctorTest {

  private static final DkimKey KEY = DkimKey.create(Algorithm.RSA);

  @TempDir Path folder;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Map<String, List<String>> records = new HashMap<>();
  private final Dns dns = (name, type) -> Optional.of(records.getOrDefault(type + name, List.of()));

  @BeforeEach
  void everything_is_well() throws IOException {
    server.start();
    server.setUser("papers", "correct horse");
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/dkim.pem"), KEY.pem());
    folder.resolve("data/dkim.pem").toFile().setReadable(false, false);
    folder.resolve("data/dkim.pem").toFile().setReadable(true, true);
    records.put("TXTexample.org", List.of("v=spf1 a -all", "something else"));
    records.put("TXT_dmarc.example.org", List.of("v=DMARC1; p=none"));
    records.put("TXTs1._domainkey.example.org", List.of(KEY.record()));
    records.put("Anews.example.org", List.of("192.0.2.7"));
    records.put("MXexample.org", List.of("10 mail.example.org."));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_well_installation_is_well_in_every_respect() {
    List<Finding> findings = findings(sending("correct horse"));
    assertThat(findings).allSatisfy(finding -> assertThat(finding.level()).isEqualTo(OK));
    assertThat(findings)
        .extracting(Finding::about)
        .containsExactly(
            "database",
            "templates",
            "mail rules",
            "DKIM key",
            "mail server",
            "smtp.hello",
            "smtp.envelope",
            "mailbox",
            "base_url",
            "postal address",
            "SPF",
            "DKIM record",
            "DMARC",
            "MX");
    assertThat(server.getReceivedMessages()).as("mails sent by looking").isEmpty();
    assertThat(folder.resolve("data/paperboy.mv.db")).as("database made by looking").doesNotExist();
  }

  @Test
  void a_name_for_the_mail_server_that_nobody_can_look_up_is_told() {
    records.remove("Anews.example.org");

    assertThat(findings(sending("correct horse")))
        .filteredOn(finding -> finding.about().equals("smtp.hello"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.WARNING))
        .satisfies(finding -> assertThat(finding.sentence()).contains("news.example.org"));
  }

  @Test
  void a_template_that_breaks_a_rule_for_mails_is_a_problem_with_the_way_to_mend_it()
      throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(folder.resolve("templates/digest.html.ftlh"), "<p>edited</p>");

    assertThat(Doctor.of(config(""), (name, type) -> Optional.empty()).findings())
        .filteredOn(finding -> finding.about().equals("mail rules"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(PROBLEM);
              assertThat(finding.sentence()).contains("E2: ", "paperboy preview", "docs/mail.md");
            });
  }

  @Test
  void a_notice_that_cannot_be_filled_is_a_problem_of_the_templates() throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(folder.resolve("templates/alert.txt.ftl"), "${nothing.here}");

    assertThat(Doctor.of(config(""), (name, type) -> Optional.empty()).findings())
        .filteredOn(finding -> finding.about().equals("templates"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.level()).isEqualTo(PROBLEM))
        .satisfies(finding -> assertThat(finding.sentence()).contains("alert.txt.ftl"));
  }

  @Test
  void a_first_look_asks_nobody() {
    List<Finding> findings =
        Doctor.of(
                config(""),
                (name, type) -> {
                  throw new IllegalStateException("asked for " + name);
                })
            .findings();
    assertThat(findings).allSatisfy(finding -> assertThat(finding.level()).isEqualTo(OK));
    assertThat(findings).extracting(Finding::about).contains("transport");
  }

  @Test
  void a_database_in_the_hands_of_another_process_is_left_to_it() throws IOException {
    new TestApplication(folder, new TestClock("2025-12-05T06:00:00Z"), "").close();
    assertThat(findings("")).anySatisfy(f -> assertThat(f.sentence()).contains("the newest"));
    try (FileChannel file =
            FileChannel.open(folder.resolve("data/paperboy.mv.db"), StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      assertThat(held.isValid()).isTrue();
      List<Finding> findings = findings("");
      assertThat(about("database", findings)).containsExactly(OK);
      assertThat(findings).anySatisfy(f -> assertThat(f.sentence()).contains("in use"));
    }
  }

  @Test
  void a_broken_template_is_a_problem_with_its_place() throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(folder.resolve("templates/digest.txt.ftl"), "${no.such.thing}");
    assertThat(findings(""))
        .anySatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(PROBLEM);
              assertThat(finding.sentence()).contains("digest.txt.ftl");
            });
  }

  @Test
  void a_wrong_password_is_a_problem_and_is_not_shown() {
    List<Finding> findings = findings(sending("wrong horse"));
    assertThat(about("mail server", findings)).containsExactly(PROBLEM);
    assertThat(findings.toString()).doesNotContain("wrong horse");
  }

  @Test
  void an_absent_mail_server_is_a_problem() {
    String config = sending("correct horse");
    server.stop();
    assertThat(about("mail server", findings(config))).containsExactly(PROBLEM);
  }

  @Test
  void pages_that_readers_cannot_reach_safely_are_a_problem() {
    String config = sending("correct horse");
    for (String url : List.of("http://localhost:8080", "https://127.0.0.1", "http://e.example")) {
      String other = config.replace("https://papers.example.org", url);
      assertThat(about("base_url", findings(other))).as(url).containsExactly(PROBLEM);
    }
  }

  @Test
  void what_only_somebody_should_know_is_a_warning() {
    String config = sending("correct horse").replace("Lane 1", "").replace("selector: s1", "");
    List<Finding> findings = findings(config);
    assertThat(about("postal address", findings)).containsExactly(WARNING);
    assertThat(about("DKIM key", findings)).containsExactly(WARNING);
    assertThat(about("DKIM record", findings)).isEmpty();
  }

  @Test
  void a_missing_key_is_a_problem_once() throws IOException {
    Files.delete(folder.resolve("data/dkim.pem"));
    List<Finding> findings = findings(sending("correct horse"));
    assertThat(about("DKIM key", findings)).containsExactly(PROBLEM);
    assertThat(about("DKIM record", findings)).isEmpty();
  }

  @Test
  void missing_records_are_problems() {
    records.clear();
    List<Finding> findings = findings(sending("correct horse"));
    assertThat(about("SPF", findings)).containsExactly(PROBLEM);
    assertThat(about("DKIM record", findings)).containsExactly(PROBLEM);
    assertThat(about("DMARC", findings)).containsExactly(PROBLEM);
    assertThat(about("MX", findings)).containsExactly(WARNING);
    assertThat(findings).anySatisfy(f -> assertThat(f.sentence()).contains(KEY.record()));
  }

  @Test
  void another_key_in_dns_is_a_problem_and_the_same_one_in_other_words_is_not() {
    String config = sending("correct horse");
    records.put("TXTs1._domainkey.example.org", List.of("v=DKIM1; p=AAAA"));
    assertThat(about("DKIM record", findings(config))).containsExactly(PROBLEM);
    String key = KEY.record().replaceFirst(".*p=", "");
    records.put("TXTs1._domainkey.example.org", List.of("p=" + key + "; k=rsa"));
    assertThat(about("DKIM record", findings(config))).containsExactly(OK);
  }

  @Test
  void two_spf_records_count_as_none() {
    records.put("TXTexample.org", List.of("v=spf1 a -all", "v=spf1 mx -all"));
    assertThat(about("SPF", findings(sending("correct horse")))).containsExactly(PROBLEM);
  }

  @Test
  void a_policy_of_the_parent_domain_counts() {
    String config = sending("correct horse").replace("papers@", "papers@lists.");
    assertThat(about("DMARC", findings(config))).containsExactly(OK);
  }

  @Test
  void without_a_network_it_says_so_once() {
    List<Finding> findings =
        Doctor.of(config(sending("correct horse")), (name, type) -> Optional.empty()).findings();
    assertThat(about("DNS", findings)).containsExactly(WARNING);
    assertThat(about("SPF", findings)).isEmpty();
  }

  private static List<Level> about(String what, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.about().equals(what))
        .map(Finding::level)
        .toList();
  }

  private List<Finding> findings(String config) {
    return Doctor.of(config(config), dns).findings();
  }

  private Config config(String yaml) {
    try {
      return ConfigReader.read(yaml, folder.resolve("config.yml"), Map.of());
    } catch (WrongConfig e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String sending(String password) {
    return """
    base_url: https://papers.example.org
    mail: {from: papers@example.org, transport: smtp, postal_address: "Lane 1"}
    smtp: {host: 127.0.0.1, port: %d, security: none, user: papers, password: "%s", hello: news.example.org}
    dkim: {selector: s1}
    """
        .formatted(server.getSmtp().getPort(), password);
  }
}
