package dev.paperboy.template;

import dev.paperboy.template.Look.Fonts;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in {@code mail.yml}; a key that is left out has its default.
 *
 * @param texts texts that win over those of the language file
 */
record MailSettings(String language, Look look, List<FooterLine> footer, Map<String, Text> texts) {

  static final String FILE = "mail.yml";

  private static final List<String> KEYS =
      List.of("language", "colours", "fonts", "width", "footer", "texts");

  private static final String URL = "an address that begins with https://, http:// or mailto:";

  MailSettings {
    footer = List.copyOf(footer);
    texts = Map.copyOf(texts);
  }

  /** The settings in the document; what is wrong becomes a problem. */
  static MailSettings read(YamlMap document, Texts english) {
    document.rejectUnknownKeys(KEYS);
    return new MailSettings(
        document
            .get("language")
            .flatMap(node -> node.as("a language such as en or de", MailSettings::languageName))
            .orElse("en"),
        look(document),
        document.get("footer").map(MailSettings::footer).orElse(List.of()),
        document.get("texts").map(node -> texts(node, english)).orElse(Map.of()));
  }

  /** The name of a language file, which can lead nowhere else. */
  static Optional<String> languageName(String text) {
    return Optional.of(text.strip())
        .filter(name -> name.length() <= 20 && name.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*"));
  }

  private static Look look(YamlMap document) {
    Look look = Look.DEFAULT;
    YamlMap colours = part(document, "colours", List.of("light", "dark"));
    YamlMap fonts = part(document, "fonts", List.of("text", "headings"));
    return new Look(
        part(colours, "light").map(map -> Palette.read(map, look.light())).orElse(look.light()),
        part(colours, "dark").map(map -> Palette.read(map, look.dark())).orElse(look.dark()),
        new Fonts(
            font(fonts, "text", look.fonts().text()),
            font(fonts, "headings", look.fonts().headings())),
        document.get("width").flatMap(node -> node.asInt(320, 1000)).orElse(look.width()));
  }

  private static Optional<YamlMap> part(YamlMap keys, String key) {
    return keys.get(key).flatMap(YamlNode::asMap);
  }

  private static YamlMap part(YamlMap document, String key, List<String> known) {
    YamlMap part = part(document, key).orElse(YamlMap.NONE);
    part.rejectUnknownKeys(known);
    return part;
  }

  private static String font(YamlMap fonts, String key, String byDefault) {
    return fonts
        .get(key)
        .flatMap(
            node ->
                node.as(
                    "font families with commas between, with ' around a name of several words,",
                    text -> Optional.of(text.strip()).filter(f -> f.matches("[\\w ,'-]{1,300}"))))
        .orElse(byDefault);
  }

  private static List<FooterLine> footer(YamlNode node) {
    List<FooterLine> lines = new ArrayList<>();
    for (YamlNode item : node.asList()) {
      if (!item.isMap()) {
        item.asText().ifPresent(text -> lines.add(new FooterLine(text, "")));
        continue;
      }
      YamlMap link = item.asMap().orElseThrow();
      link.rejectUnknownKeys(List.of("label", "url"));
      Optional<String> label = link.get("label").flatMap(YamlNode::asText);
      Optional<String> url = link.get("url").flatMap(to -> to.as(URL, MailSettings::url));
      if (link.get("label").isEmpty() || link.get("url").isEmpty()) {
        link.problem("Write both \"label:\" and \"url:\" for a link.");
      } else if (label.isPresent() && url.isPresent()) {
        lines.add(new FooterLine(label.get(), url.get()));
      }
    }
    return lines;
  }

  private static Optional<String> url(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = String.valueOf(uri.getScheme());
      boolean web = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
      return web || scheme.equals("mailto") ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException notAddress) {
      return Optional.empty();
    }
  }

  private static Map<String, Text> texts(YamlNode node, Texts english) {
    Map<String, Text> texts = new HashMap<>();
    node.asMap()
        .ifPresent(
            map -> {
              for (String key : map.keys()) {
                Optional<Text> expected = english.find(key);
                if (expected.isEmpty()) {
                  map.problem(key, "There is no such text." + Texts.hint(key, english.keys()));
                } else {
                  map.get(key)
                      .flatMap(value -> Text.read(value, expected.get()))
                      .ifPresent(text -> texts.put(key, text));
                }
              }
            });
    return texts;
  }
}
