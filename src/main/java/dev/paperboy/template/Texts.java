package dev.paperboy.template;

import dev.paperboy.text.Spelling;
import freemarker.template.TemplateMethodModelEx;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All sentences of one language by key, such as {@code digest.trending}, and how it writes dates.
 * Looking one up is one look into a map. Immutable.
 */
public final class Texts {

  private final Language language;
  private final Map<String, Text> texts;

  Texts(Language language, Map<String, Text> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  /** The same texts to begin another language with. */
  Texts startOf(String code) {
    Dates dates = language.dates().in(Locale.forLanguageTag(code));
    return new Texts(new Language(code, language.direction(), dates), texts);
  }

  /** These, and the others' where these have none. */
  Texts over(Texts others) {
    Map<String, Text> all = new HashMap<>(others.texts);
    all.putAll(texts);
    return new Texts(language, all);
  }

  /** What a template gets a text with: {@code text("the.key", {"name": value})}. */
  public TemplateMethodModelEx method() {
    return new TextMethod(this);
  }

  /** The language they are in. */
  public Language language() {
    return language;
  }

  /** How the language writes dates. */
  public Dates dates() {
    return language.dates();
  }

  /**
   * A text that has nothing to be filled in.
   *
   * @throws IllegalArgumentException if there is no such text
   */
  public String of(String key) {
    return of(key, Map.of());
  }

  /**
   * A text with its places filled in.
   *
   * @param values by name; the number under {@code count} chooses between singular and plural
   * @throws IllegalArgumentException if there is no such text, or a value is missing
   */
  public String of(String key, Map<String, ?> values) {
    return text(key).fill(values);
  }

  /** The words in the quotation marks of the language. */
  public String quoted(String words) {
    return of("words.quoted", Map.of("text", words));
  }

  /** {@code A, B, C}; at least one. */
  public String list(List<String> parts) {
    String words = parts.get(0);
    for (String next : parts.subList(1, parts.size())) {
      words = of("words.comma", Map.of("words", words, "next", next));
    }
    return words;
  }

  /** {@code A, B and C}; at least one. */
  public String listAnd(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : of("words.and", Map.of("words", list(parts.subList(0, last)), "last", parts.get(last)));
  }

  /** The keys of all texts. */
  Set<String> keys() {
    return texts.keySet();
  }

  /** The names that have to be filled in. */
  Set<String> places(String key) {
    return text(key).places();
  }

  Optional<Text> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  void copyTo(Map<String, Text> others) {
    others.putAll(texts);
  }

  private Text text(String key) {
    Text text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "there is no text \"" + key + "\"." + hint(key, texts.keySet()));
    }
    return text;
  }

  /** What was probably meant, or where to look. */
  static String hint(String key, Set<String> known) {
    return Spelling.closest(key, known)
        .map(Spelling::hint)
        .orElse(" All texts stand in languages/en.yml.");
  }
}
