package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code config.yml} at the top level is the reference of all keys. */
class ShippedConfigTest {

  private static final Path SHIPPED = Path.of("config.yml");

  /** For every key a value that is not its default. */
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("base_url", "https://example.org"),
          Map.entry("data", "other"),
          Map.entry("templates", "other"),
          Map.entry("mail.from", "a@example.org"),
          Map.entry("mail.inbox", "b@example.org"),
          Map.entry("mail.tags", "none"),
          Map.entry("mail.postal_address", "Lane 1"),
          Map.entry("mail.operator", "root@example.org"),
          Map.entry("mail.transport", "smtp"),
          Map.entry("smtp.host", "example.org"),
          Map.entry("smtp.port", "25"),
          Map.entry("smtp.security", "none"),
          Map.entry("smtp.user", "me"),
          Map.entry("smtp.password", "p"),
          Map.entry("smtp.connect_timeout", "31s"),
          Map.entry("smtp.read_timeout", "31s"),
          Map.entry("smtp.write_timeout", "31s"),
          Map.entry("smtp.messages_per_connection", "7"),
          Map.entry("smtp.hello", "news.example.org"),
          Map.entry("smtp.envelope", "plain"),
          Map.entry("smtp.pipelining", "off"),
          Map.entry("dkim.selector", "s1"),
          Map.entry("dkim.domain", "example.org"),
          Map.entry("dkim.key", "other.pem"),
          Map.entry("dkim.ed25519_selector", "s2"),
          Map.entry("dkim.ed25519_key", "other.pem"),
          Map.entry("dumps.folder", "other"),
          Map.entry("dumps.check_every", "31s"),
          Map.entry("dumps.settle", "31s"),
          Map.entry("dumps.max_size", "31KB"),
          Map.entry("dumps.mail_max_age", "31h"),
          Map.entry("delivery.check_every", "31s"),
          Map.entry("delivery.connections", "7"),
          Map.entry("delivery.max_age", "31m"),
          Map.entry("delivery.in_doubt", "hold"),
          Map.entry("delivery.soft_bounces", "7"),
          Map.entry("delivery.per_minute", "7"),
          Map.entry("delivery.per_domain.connections", "7"),
          Map.entry("delivery.per_domain.per_minute", "7"),
          Map.entry("delivery.domains", "{example.org: {per_minute: 7}}"),
          Map.entry("delivery.warm_up.first_day", "7"),
          Map.entry("delivery.warm_up.growth", "1.5"),
          Map.entry("delivery.window", "07:00-22:00"),
          Map.entry("inbound.check_every", "31s"),
          Map.entry("inbound.imap.host", "example.org"),
          Map.entry("inbound.imap.port", "143"),
          Map.entry("inbound.imap.security", "none"),
          Map.entry("inbound.imap.user", "me"),
          Map.entry("inbound.imap.password", "p"),
          Map.entry("inbound.imap.folder", "Papers"),
          Map.entry("inbound.imap.watch", "poll"),
          Map.entry("inbound.maildir", "mail"),
          Map.entry("digest.every", "week"),
          Map.entry("digest.on", "friday"),
          Map.entry("digest.at", "08:00"),
          Map.entry("digest.timezone", "Europe/Berlin"),
          Map.entry("digest.papers", "7"),
          Map.entry("digest.trending", "7"),
          Map.entry("digest.quiet_day", "roll"),
          Map.entry("digest.format", "text"),
          Map.entry("database.url", "jdbc:h2:mem:x"),
          Map.entry("database.user", "me"),
          Map.entry("database.password", "p"),
          Map.entry("database.connections", "7"),
          Map.entry("web.bind", "0.0.0.0"),
          Map.entry("web.port", "0"),
          Map.entry("web.proxies", "1"),
          Map.entry("web.per_minute", "0"),
          Map.entry("web.subscriptions_per_hour", "0"),
          Map.entry("web.mailbox", "all"),
          Map.entry("web.admin_password", "twelve letters"));

  /** What a key needs beside it so that its value is none to refuse. */
  private static final Map<String, String> BESIDE =
      Map.of(
          "mail.transport", "mail: {from: a@example.org}",
          "dkim.domain", "mail: {from: a@mail.example.org}",
          "dkim.ed25519_selector", "dkim: {selector: s1}");

  @Test
  void the_shipped_file_is_every_default() throws WrongConfig {
    assertThat(ConfigReader.read(SHIPPED, Map.of()))
        .isEqualTo(ConfigReader.read("", SHIPPED, Map.of()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void every_key_stands_in_the_shipped_file_with_an_explanation(String key) throws IOException {
    String section = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : "";
    String name = key.substring(key.lastIndexOf('.') + 1);
    String start = "  ".repeat(key.split("\\.").length - 1) + name + ":";
    assertThat(linesOf(section))
        .filteredOn(line -> line.startsWith(start))
        .singleElement()
        .asString()
        .matches(".*\\S +# \\S.{10,}");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void every_key_makes_a_difference(String key) throws WrongConfig {
    String beside = BESIDE.getOrDefault(key, "");
    assertThat(ConfigReader.read(with(key, OTHER.getOrDefault(key, ""), beside), SHIPPED, Map.of()))
        .isNotEqualTo(ConfigReader.read(beside, SHIPPED, Map.of()));
  }

  /** {@code beside} is one section, perhaps the same, in one line. */
  private static String with(String key, String value, String beside) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      return key + ": " + value;
    }
    String section = key.substring(0, dot) + ": {";
    String[] names = key.substring(dot + 1).split("\\.");
    String quoted = value.startsWith("{") ? value : "'" + value + "'";
    String entry = String.join(": {", names) + ": " + quoted + "}".repeat(names.length - 1);
    return beside.startsWith(section)
        ? section + entry + ", " + beside.substring(section.length())
        : section + entry + "}\n" + beside;
  }

  @Test
  void the_values_of_this_test_cover_every_key() {
    assertThat(new TreeSet<>(OTHER.keySet()))
        .containsExactlyElementsOf(new TreeSet<>(keys().toList()));
  }

  @Test
  void the_shipped_file_stays_within_a_hundred_columns() throws IOException {
    assertThat(Files.readAllLines(SHIPPED)).allMatch(line -> line.length() <= 100);
  }

  static Stream<String> keys() {
    return ConfigSections.KEYS.entrySet().stream()
        .flatMap(
            section ->
                section.getValue().stream()
                    .map(key -> section.getKey().isEmpty() ? key : section.getKey() + "." + key))
        .filter(key -> !ConfigSections.KEYS.containsKey(key));
  }

  private static List<String> linesOf(String section) throws IOException {
    List<String> lines = new ArrayList<>();
    String current = "";
    for (String line : Files.readAllLines(SHIPPED)) {
      if (line.matches("[a-z_]+:")) {
        current = line.substring(0, line.length() - 1);
      } else if (line.matches("  [a-z_]+: +#.*")) {
        current = current.replaceAll("\\..*", "") + "." + line.strip().replaceAll(":.*", "");
      } else if (line.matches("  [a-z_]+:.*")) {
        current = current.replaceAll("\\..*", "");
      } else if (line.matches("[a-z_]+:.*")) {
        current = "";
      }
      if (current.equals(section)) {
        lines.add(line);
      }
    }
    return lines;
  }
}
