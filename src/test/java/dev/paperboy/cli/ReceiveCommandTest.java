package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.Application;
import dev.paperboy.app.Config;
import dev.paperboy.app.ConfigReader;
import dev.paperboy.app.Dumps;
import dev.paperboy.app.TestApplication;
import dev.paperboy.app.WrongConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A digest that was really made comes back through the command, as a mail server would pipe it. */
class ReceiveCommandTest {

  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.+>)");

  @TempDir Path folder;

  private Terminal terminal;

  @BeforeEach
  void config() throws IOException {
    TestApplication.install(folder);
    Path config = folder.resolve("config.yml");
    Files.writeString(config, "dumps:\n  settle: 1s\n");
    terminal = new Terminal(config);
  }

  @Test
  void a_digest_that_comes_back_suppresses_its_reader_until_resumed() throws IOException {
    String report = bounceOf(digest());

    Terminal.Result result = receive(report);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .isEqualTo(
            "delivery 1 to a***@example.org: hard bounce (5.1.1): smtp; 550 5.1.1 no such user;"
                + " the reader is suppressed"
                + System.lineSeparator());
    assertThat(receive(report).out()).contains("has come in before");

    assertThat(terminal.run("why", "ada@example.org").out())
        .contains("is suppressed: hard bounce (5.1.1)")
        .contains("delivery 1: hard bounce (5.1.1): smtp; 550 5.1.1 no such user");
    assertThat(terminal.run("subscriber", "show", "ada@example.org").out())
        .contains("state since: 20")
        .contains("paperboy subscriber resume ada@example.org");
    assertThat(terminal.run("subscriber", "resume", "ada@example.org").out()).contains("is active");
    assertThat(terminal.run("subscriber", "show", "ada@example.org").out())
        .doesNotContain("subscriber resume");
  }

  @Test
  void the_address_of_the_envelope_can_be_given() throws IOException, WrongConfig {
    digest();
    String bouncesTo;
    Config config = ConfigReader.read(folder.resolve("config.yml"), Map.of());
    try (Application application = Application.open(config, Clock.systemUTC())) {
      bouncesTo = "paperboy+b-" + application.bounceTags().of(1) + "@localhost";
    }
    String words = "Return-Path: <>\nSubject: oh\n\nuser unknown\n";
    assertThat(receive(words).out()).contains("no knowledge of a mail of ours");
    assertThat(receive(words, "--to", bouncesTo).out()).contains("soft bounce");
  }

  @Test
  void what_a_letter_is_answered_leaves_with_the_next_run_which_says_so() {
    receive("From: ada@example.org\nSubject: subscribe\n\nrobot\n");

    assertThat(terminal.run("run").out()).contains("Notices:  1 due = 1 sent");
    assertThat(terminal.run("run").out()).doesNotContain("Notices:");
  }

  @Test
  void other_mail_is_kept() {
    Terminal.Result result = receive("From: ada@example.org\nSubject: Hello\n\nHow are you?\n");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("nothing in it is a command");
    assertThat(folder.resolve("data/inbound")).isDirectoryContaining("glob:**.eml");
  }

  @Test
  void far_too_large_mail_is_read_to_its_end_and_refused() throws IOException {
    InputStream mail = new ByteArrayInputStream(new byte[3_000_000]);
    assertThat(receive(mail).out()).contains("not read, because it is larger than 256 KB");
    assertThat(mail.read()).isEqualTo(-1);
  }

  @Test
  void where_nothing_can_be_opened_the_mail_server_keeps_the_mail() throws IOException {
    Path config = folder.resolve("config.yml");
    Files.writeString(config, "database: {url: 'jdbc:postgresql://127.0.0.1:1/none'}\n");
    Terminal.Result unreachable = receive("Subject: Hello\n\n");
    assertThat(unreachable.code()).isEqualTo(75);
    assertThat(unreachable.err()).contains("was not taken").contains("cannot be opened");

    Files.writeString(config, "nonsense: true\n");
    Terminal.Result wrong = receive("Subject: Hello\n\n");
    assertThat(wrong.code()).isEqualTo(75);
    assertThat(wrong.err()).contains("nonsense");
  }

  @Test
  void it_ends_with_0_or_75_and_prints_no_trace() throws IOException {
    Terminal.Result wrong = receive("Subject: Hello\n\n", "--bogus");
    assertThat(wrong.code()).isEqualTo(75);
    Terminal.Result quoted = receive("Subject: a\n\n" + ">".repeat(200_000));
    assertThat(quoted.code()).isZero();

    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/inbound"), "in the way");
    Terminal.Result broken = receive("From: ada@example.org\nSubject: Hello\n\nHow are you?\n");
    assertThat(broken.code()).isEqualTo(75);
    assertThat(wrong.err() + quoted.err() + broken.err()).doesNotContain("\tat ");
  }

  @Test
  void a_mail_that_breaks_the_program_comes_again_and_shows_no_trace() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new StackOverflowError();
          }
        };
    Terminal.Result result = receive(endless);
    assertThat(result.code()).isEqualTo(75);
    assertThat(result.err()).contains("was not taken").doesNotContain("\tat ");
  }

  private String digest() throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String day = today.format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
    Path dump = folder.resolve(today + ".txt");
    Files.writeString(dump, Dumps.capture(day, "Soft Hands", "A robot that picks up eggs."));
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robot");
    terminal.run("ingest", dump.toString());
    terminal.run("run");
    try (Stream<Path> mails = Files.list(folder.resolve("data/mailbox"))) {
      Path mail = mails.filter(file -> file.toString().endsWith(".eml")).findFirst().orElseThrow();
      return Files.readString(mail);
    }
  }

  private static String bounceOf(String digest) {
    Matcher messageId = MESSAGE_ID.matcher(digest);
    assertThat(messageId.find()).as(digest).isTrue();
    String corpus = "src/test/resources/inbound/postfix-unknown-user.eml";
    try {
      return Files.readString(Path.of(corpus))
          .replace("<digest-1@example.org>", messageId.group(1))
          .replaceAll(
              "smtp; 550 5.1.1 <ada@example.com>: Recipient.*\\R.*table",
              "smtp; 550 5.1.1 no such user")
          .replace("ada@example.com", "ada@example.org");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Terminal.Result receive(String mail, String... options) {
    return receive(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)), options);
  }

  private Terminal.Result receive(InputStream mail, String... options) {
    InputStream before = System.in;
    try {
      System.setIn(mail);
      return terminal.run(
          Stream.concat(Stream.of("receive"), Stream.of(options)).toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
  }
}
