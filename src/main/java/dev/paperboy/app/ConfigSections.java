package dev.paperboy.app;

import dev.paperboy.interest.DigestWishesReader;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of {@code config.yml}, and every key that they may have. */
record ConfigSections(YamlMap document) {

  /** Every key by section; the top level is {@code ""}, a section in another has a dot. */
  static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry(
              "",
              List.of(
                  "base_url",
                  "data",
                  "templates",
                  "mail",
                  "smtp",
                  "dkim",
                  "dumps",
                  "delivery",
                  "inbound",
                  "digest",
                  "database",
                  "web")),
          Map.entry(
              "mail", List.of("from", "inbox", "tags", "postal_address", "operator", "transport")),
          Map.entry(
              "smtp",
              List.of(
                  "host",
                  "port",
                  "security",
                  "user",
                  "password",
                  "connect_timeout",
                  "read_timeout",
                  "write_timeout",
                  "messages_per_connection",
                  "hello",
                  "envelope",
                  "pipelining")),
          Map.entry(
              "dkim", List.of("selector", "domain", "key", "ed25519_selector", "ed25519_key")),
          Map.entry(
              "dumps", List.of("folder", "check_every", "settle", "max_size", "mail_max_age")),
          Map.entry(
              "delivery",
              List.of(
                  "check_every",
                  "connections",
                  "max_age",
                  "in_doubt",
                  "soft_bounces",
                  "per_minute",
                  "per_domain",
                  "warm_up",
                  "window",
                  "domains")),
          Map.entry("delivery.per_domain", List.of("connections", "per_minute")),
          Map.entry("delivery.warm_up", List.of("first_day", "growth")),
          Map.entry("inbound", List.of("check_every", "imap", "maildir")),
          Map.entry(
              "inbound.imap",
              List.of("host", "port", "security", "user", "password", "folder", "watch")),
          Map.entry("digest", DigestWishesReader.KEYS),
          Map.entry("database", List.of("url", "user", "password", "connections")),
          Map.entry(
              "web",
              List.of(
                  "bind",
                  "port",
                  "proxies",
                  "per_minute",
                  "subscriptions_per_hour",
                  "mailbox",
                  "admin_password")));

  ConfigSection top() {
    return new ConfigSection(document);
  }

  /** Empty where the file leaves it out. */
  ConfigSection section(String name) {
    return top().section(name);
  }

  private Optional<YamlNode> node(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? document.get(name)
        : document
            .get(name.substring(0, dot))
            .filter(YamlNode::isMap)
            .flatMap(YamlNode::asMap)
            .flatMap(outer -> outer.get(name.substring(dot + 1)));
  }

  /** A problem for every key that is not among {@link #KEYS}. */
  void rejectUnknownKeys() {
    document.rejectUnknownKeys(KEYS.getOrDefault("", List.of()));
    KEYS.forEach(
        (name, keys) ->
            node(name)
                .filter(node -> node.isMap() && !name.equals("digest"))
                .flatMap(YamlNode::asMap)
                .ifPresent(map -> map.rejectUnknownKeys(keys)));
  }
}
