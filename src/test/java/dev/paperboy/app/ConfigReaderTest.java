package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.app.Config.Folders;
import dev.paperboy.app.Config.Mailing;
import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.dump.DumpSettings;
import dev.paperboy.inbound.MailboxSettings;
import dev.paperboy.inbound.MailboxSettings.Imap;
import dev.paperboy.inbound.MailboxSettings.Watch;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimKeyFile;
import dev.paperboy.mail.DkimSettings;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.mail.SmtpSettings;
import dev.paperboy.outbox.DeliverySettings;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.outbox.SendWindow;
import dev.paperboy.outbox.SendingLimits;
import dev.paperboy.outbox.SendingLimits.DomainLimit;
import dev.paperboy.outbox.WarmUp;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.web.OperatorSettings;
import dev.paperboy.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

  private static final Path FILE = Path.of("/srv/paperboy/config.yml");

  private static Config read(String yaml) throws WrongConfig {
    return ConfigReader.read(yaml.replace(';', '\n'), FILE, Map.of());
  }

  private static String refusal(String yaml, Map<String, String> environment) {
    WrongConfig refused =
        catchThrowableOfType(WrongConfig.class, () -> ConfigReader.read(yaml, FILE, environment));
    assertThat(refused).as(yaml).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  private static String refusal(String yaml) {
    return refusal(yaml.replace(';', '\n'), Map.of());
  }

  @Test
  void an_empty_file_is_all_defaults() throws WrongConfig {
    Path folder = Path.of("/srv/paperboy");
    assertThat(read(""))
        .isEqualTo(
            new Config(
                new Folders(folder.resolve("data"), folder.resolve("templates")),
                new Mailing(
                    TransportChoice.MAILBOX,
                    new SmtpSettings(
                        new SmtpSettings.Server("localhost", 587, SmtpSettings.Security.STARTTLS),
                        "",
                        "",
                        new SmtpSettings.Timeouts(
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(300),
                            Duration.ofSeconds(60)),
                        100),
                    new SenderSettings(
                        new Mailbox("Paperboy", new EmailAddress("paperboy", "localhost")),
                        new Inbox(new EmailAddress("paperboy", "localhost"), Inbox.Tags.PLUS),
                        "",
                        URI.create("http://localhost:8080")),
                    null,
                    new DeliverySettings(
                        Duration.ofSeconds(10),
                        2,
                        Duration.ofHours(36),
                        InDoubt.RESEND,
                        5,
                        new SendingLimits(
                            0, new DomainLimit(5, 0), Map.of(), WarmUp.OFF, SendWindow.ALWAYS)),
                    new DkimSettings(
                        "localhost",
                        new DkimKeyFile("", folder.resolve("data/dkim.pem"), Algorithm.RSA),
                        new DkimKeyFile(
                            "", folder.resolve("data/dkim-ed25519.pem"), Algorithm.ED25519))),
                new StoreSettings("jdbc:h2:file:/srv/paperboy/data/paperboy", "sa", "", 8),
                new DumpSettings(
                    folder.resolve("dumps"),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    32L * 1024 * 1024,
                    Duration.ofDays(7)),
                DigestWishes.DEFAULT,
                new MailboxSettings(
                    Duration.ofMinutes(1),
                    new Imap(
                        new SmtpSettings.Server("", 993, SmtpSettings.Security.TLS),
                        "",
                        "",
                        "INBOX",
                        Watch.IDLE),
                    Optional.empty()),
                new WebSettings("127.0.0.1", 8080, 0, 600, 300),
                new OperatorSettings("", OperatorSettings.MailboxAccess.LOCAL)));
  }

  @Test
  void mail_comes_from_one_mailbox() {
    assertThat(refusal("inbound: {imap: {host: mail.example.org}, maildir: Maildir}"))
        .contains("Set inbound.maildir or inbound.imap.host, not both.");
    assertThat(refusal("inbound: {check_every: 1h}")).contains("a duration from 1s to 25m");
  }

  @Test
  void a_window_in_which_mail_grows_too_old_is_refused() throws WrongConfig {
    assertThat(refusal("delivery: {window: '08:00-10:00', max_age: 22h}"))
        .contains("Set delivery.max_age to more than 1320 minutes");
    assertThat(refusal("delivery: {window: '08:00-08:00'}")).contains("two times of day");
    assertThat(
            read("delivery: {window: '08:00-10:00', max_age: 23h}").mailing().delivery().limits())
        .extracting(limits -> limits.window().closed())
        .isEqualTo(Duration.ofHours(22));
  }

  @Test
  void folders_are_relative_to_the_folder_of_the_file() throws WrongConfig {
    Folders folders = read("data: ../elsewhere;templates: /etc/paperboy").folders();
    assertThat(folders.data()).isEqualTo(Path.of("/srv/elsewhere"));
    assertThat(folders.templates()).isEqualTo(Path.of("/etc/paperboy"));
    assertThat(read("data: /var/p").store().url()).isEqualTo("jdbc:h2:file:/var/p/paperboy");
  }

  @ParameterizedTest
  @CsvSource({
    "Paperboy <a@example.org>, Paperboy",
    "<a@example.org>, ''",
    "a@example.org, ''",
    "'\"Paper, Boy\" <a@example.org>', 'Paper, Boy'",
  })
  void the_sender_is_a_name_and_an_address(String from, String name) throws WrongConfig {
    assertThat(read("mail: {from: '" + from + "'}").mailing().sender().from())
        .isEqualTo(new Mailbox(name, new EmailAddress("a", "example.org")));
  }

  @Test
  void the_base_url_loses_its_slashes_at_the_end() throws WrongConfig {
    assertThat(read("base_url: https://example.org/papers//").mailing().sender().baseUrl())
        .isEqualTo(URI.create("https://example.org/papers"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "bas_url: x                   | line 1, column 1: \"bas_url\" is not known here. Did you mean \"base_url\"?",
        "mail: {form: x}              | \"form\" is not known here. Did you mean \"from\"?",
        "mail:                        | Write indented lines of the form \"key: value\" for \"mail\": nothing is",
        "base_url: example.org        | Write an address such as https://papers.example.org, without",
        "base_url: ftp://example.org  | Write an address such as https://papers.example.org, without",
        "base_url: http://e.org/?a=b  | Write an address such as https://papers.example.org, without",
        "base_url: http://u:p@e.org   | Write an address such as https://papers.example.org, without",
        "data: \"\"                   | Write a folder for \"data\".",
        "data: \"a\\0b\"              | Write a folder for \"data\" in one line, without control",
        "data: a\\;b                  | Choose a folder without \";\" in its path",
        "mail: {from: paperboy}       | Write a name and an address such as \"Paperboy",
        "mail: {from: \"A\\r\\nBcc: b@c.de <a@b.de>\"} | in one line, without control characters.",
        "mail: {from: 'A <a@b.de> <a@b.de>'} | Write a name and an address such as \"Paperboy",
        "mail: {inbox: nobody}        | Write an address such as answers@example.org, or \"\", for \"inbox\".",
        "mail: {inbox: a.name.with.thirty.characterss@example.org} | with at most 29 characters before the @",
        "mail: {from: a.name.with.thirty.characterss@example.org} | or set mail.tags: none.",
        "dkim: {selector: a b}        | Write a name such as s2026, or \"\", for \"selector\".",
        "dkim: {domain: example.org}  | Choose the domain of mail.from or a parent of it",
        "dkim: {key: \"\"}          | Write a file for \"key\".",
        "dkim: {ed25519_selector: b}  | Set dkim.selector, too",
        "dkim: {selector: b, ed25519_selector: B} | Choose another name than for dkim.selector",
        "mail: {tags: minus}          | Write plus or none for \"tags\".",
        "mail: {transport: smpt}      | Write mailbox or smtp for \"transport\". Did you mean \"smtp\"?",
        "mail: {transport: smtp}      | Set mail.from to an address of your domain",
        "mail: {transport: smtp, from: a@localhost} | Set mail.from to an address of your domain",
        "smtp: {port: 65536}          | Write a whole number from 1 to 65535 for \"port\".",
        "smtp: {security: startls}    | Write starttls, tls or none for \"security\". Did you mean \"starttls\"?",
        "smtp: {read_timeout: 0s}     | Write a duration from 1s to 1h, such as 30s, 10m, 36h or 7d, for \"read_timeout\".",
        "smtp: {read_timeout: 300}    | Write a duration from 1s to 1h",
        "dumps: {max_size: 32}        | Write a size from 1KB to 1GB, such as 32MB, for \"max_size\".",
        "dumps: {max_size: 2GB}       | Write a size from 1KB to 1GB",
        "delivery: {in_doubt: drop}   | Write resend or hold for \"in_doubt\".",
        "digest: {timezone: Berlin}   | Did you mean \"Europe/Berlin\"?",
        "digest: {paper: 3}           | \"paper\" is not known here. Did you mean \"papers\"?",
        "database: {url: jdbc:mysql:x} | Write a database as jdbc:postgresql://host/name or",
        "database: {url: jdbc:h2:tcp:x} | Write a database as jdbc:postgresql://host/name or",
        "- x                          | Begin with \"mail:\"",
      })
  void what_is_wrong_gets_one_problem_that_says_what_to_do(String yaml, String message) {
    String text = yaml.contains("\\;") ? yaml.replace("\\;", ";") : yaml.replace(';', '\n');
    assertThat(refusal(text, Map.of()))
        .startsWith("/srv/paperboy/config.yml has a problem.")
        .contains(message);
  }

  @Test
  void all_problems_come_at_once_each_with_its_line_and_a_caret() {
    assertThat(refusal("data: data;smtp:;  prot: 25;  port: many;web: {port: -1}").lines())
        .containsExactly(
            "/srv/paperboy/config.yml has 3 problems.",
            "",
            "line 3, column 3: \"prot\" is not known here. Did you mean \"port\"?",
            "    prot: 25",
            "    ^",
            "",
            "line 4, column 9: Write a whole number from 1 to 65535 for \"port\".",
            "    port: many",
            "          ^",
            "",
            "line 5, column 13: Write a whole number from 0 to 65535 for \"port\".",
            "  web: {port: -1}",
            "              ^");
  }

  @Test
  void a_file_that_is_not_there_is_said_so(@TempDir Path folder) {
    Path file = folder.resolve("mine.yml");
    assertThat(catchThrowableOfType(WrongConfig.class, () -> ConfigReader.read(file, Map.of())))
        .hasMessage(file + ": There is no such file: check the name after --config.");
    assertThat(catchThrowableOfType(WrongConfig.class, () -> ConfigReader.read(folder, Map.of())))
        .hasMessageContaining("This file cannot be read");
  }

  @Test
  void a_file_in_another_encoding_is_said_so(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("config.yml");
    Files.write(file, "mail: {postal_address: Köln}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(catchThrowableOfType(WrongConfig.class, () -> ConfigReader.read(file, Map.of())))
        .hasMessageContaining("Save this file as UTF-8 text");
  }

  @Test
  void a_very_large_file_is_refused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("config.yml");
    Files.writeString(file, "#".repeat(1_000_000));
    assertThat(catchThrowableOfType(WrongConfig.class, () -> ConfigReader.read(file, Map.of())))
        .hasMessageContaining("Shorten the document: it may have at most 65536 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://db/paperboy", "jdbc:h2:mem:x", "jdbc:h2:file:/x/y"})
  void other_databases_are_taken_as_written(String url) throws WrongConfig {
    StoreSettings store = read("database: {url: '" + url + "', password: p}").store();
    assertThat(store.url()).isEqualTo(url);
    assertThat(store.user()).isEqualTo(url.contains("h2") ? "sa" : "");
    assertThat(store.password()).isEqualTo("p");
  }
}
