package dev.paperboy.app;

import dev.paperboy.interest.DigestWishesReader;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.List;
import java.util.Map;

/** The sections of {@code config.yml}, and every key that they may have. */
record ConfigSections(YamlMap document) {

  /** Every key by section; the top level is the section {@code ""}. */
  static final Map<String, List<String>> KEYS =
      Map.of(
          "",
          List.of(
              "base_url",
              "data",
              "templates",
              "mail",
              "smtp",
              "dumps",
              "delivery",
              "digest",
              "database",
              "web"),
          "mail",
          List.of("from", "reply_to", "postal_address", "transport"),
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
              "messages_per_connection"),
          "dumps",
          List.of("folder", "check_every", "settle", "max_size", "mail_max_age"),
          "delivery",
          List.of("check_every", "connections", "max_age", "in_doubt"),
          "digest",
          DigestWishesReader.KEYS,
          "database",
          List.of("url", "user", "password", "connections"),
          "web",
          List.of("bind", "port"));

  ConfigSection top() {
    return new ConfigSection(document);
  }

  /** Empty where the file leaves it out. */
  ConfigSection section(String name) {
    return new ConfigSection(document.get(name).flatMap(YamlNode::asMap).orElse(null));
  }

  /** A problem for every key that is not among {@link #KEYS}. */
  void rejectUnknownKeys() {
    document.rejectUnknownKeys(KEYS.getOrDefault("", List.of()));
    KEYS.forEach(
        (name, keys) ->
            document
                .get(name)
                .filter(node -> node.isMap() && !name.equals("digest"))
                .flatMap(YamlNode::asMap)
                .ifPresent(map -> map.rejectUnknownKeys(keys)));
  }
}
