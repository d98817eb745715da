package dev.paperboy.template;

import dev.paperboy.template.Dates.Form;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a language file. A text that it leaves out keeps the one it had before; one that does not
 * exist, or lacks what is to be filled in, is a problem.
 */
final class LanguageReader {

  /** The block that says how the language writes; all other keys are texts. */
  private static final String HEAD = "language";

  private final YamlMap document;
  private final @Nullable Texts english;

  /**
   * @param english what the texts are compared with; null for the shipped English itself
   */
  LanguageReader(YamlMap document, @Nullable Texts english) {
    this.document = document;
    this.english = english;
  }

  /**
   * The texts of the file.
   *
   * @param before where those come from that the file leaves out; null if it may leave out none
   */
  Texts read(@Nullable Texts before) {
    Map<String, Text> texts = new HashMap<>();
    if (before != null) {
      before.copyTo(texts);
    }
    if (english != null) {
      document.rejectUnknownKeys(children(""));
    }
    for (String key : document.keys()) {
      if (!key.equals(HEAD)) {
        document.get(key).ifPresent(node -> read(key, node, texts));
      }
    }
    return new Texts(language(before == null ? null : before.language()), texts);
  }

  private void read(String path, YamlNode node, Map<String, Text> texts) {
    Text expected = english == null ? null : english.find(path).orElse(null);
    boolean plural = english == null && isPlural(node);
    if (expected != null || plural || (english == null && !node.isMap())) {
      Text.read(node, expected).ifPresent(text -> texts.put(path, text));
      return;
    }
    Set<String> children = children(path + ".");
    if (english != null && children.isEmpty()) {
      return; // Its key is a problem already.
    }
    node.asMap()
        .ifPresent(
            group -> {
              if (english != null) {
                group.rejectUnknownKeys(children);
              }
              for (String key : group.keys()) {
                group.get(key).ifPresent(child -> read(path + "." + key, child, texts));
              }
            });
  }

  private static boolean isPlural(YamlNode node) {
    return node.isMap() && node.asMap().orElseThrow().get("other").isPresent();
  }

  /** The keys that may stand below a path, which ends with a dot. */
  private Set<String> children(String path) {
    Set<String> children = new LinkedHashSet<>();
    if (path.isEmpty()) {
      children.add(HEAD);
    }
    if (english != null) {
      for (String key : english.keys()) {
        if (key.startsWith(path)) {
          children.add(key.substring(path.length()).split("\\.", 2)[0]);
        }
      }
    }
    return children;
  }

  private Language language(@Nullable Language before) {
    Optional<YamlMap> head = document.get(HEAD).flatMap(YamlNode::asMap);
    if (head.isEmpty() && before != null) {
      return before;
    }
    YamlMap keys = head.orElseThrow();
    List<String> known = new ArrayList<>(List.of("locale", "direction"));
    Arrays.stream(Form.values()).map(Form::key).forEach(known::add);
    keys.rejectUnknownKeys(known);
    String code =
        keys.get("locale")
            .flatMap(node -> node.as("a language such as en or de-AT", LanguageReader::tag))
            .orElse(before == null ? "en" : before.code());
    String direction =
        keys.get("direction")
            .flatMap(node -> node.asEnum(Direction.class))
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .orElse(before == null ? "ltr" : before.direction());
    Locale locale = Locale.forLanguageTag(code);
    return new Language(code, direction, dates(keys, locale, before));
  }

  private static Dates dates(YamlMap keys, Locale locale, @Nullable Language before) {
    Map<Form, DatePattern> patterns = new EnumMap<>(Form.class);
    for (Form form : Form.values()) {
      if (before != null) {
        patterns.put(form, before.dates().pattern(form).in(locale));
      }
      keys.get(form.key())
          .flatMap(node -> DatePattern.read(node, form, locale))
          .ifPresent(pattern -> patterns.put(form, pattern));
    }
    return new Dates(locale, patterns);
  }

  private enum Direction {
    LTR,
    RTL
  }

  private static Optional<String> tag(String text) {
    return Optional.of(text.strip())
        .filter(tag -> Locale.forLanguageTag(tag).toLanguageTag().equals(tag));
  }
}
