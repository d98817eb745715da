package dev.paperboy.template;

import dev.paperboy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence with named places to fill, such as <code>{count} papers</code>. Filling it only puts
 * its parts together.
 *
 * @param words what stands between the places; one more than names
 * @param names the places in order; a name may come twice
 */
record Sentence(List<String> words, List<String> names) {

  Sentence {
    words = List.copyOf(words);
    names = List.copyOf(names);
  }

  /** The sentence that stands there; empty after adding a problem. */
  static Optional<Sentence> read(YamlNode node) {
    Optional<String> text = node.asText();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (hasMarkup(text.get())) {
      node.problem("Write plain words here: markup belongs into the templates.");
      return Optional.empty();
    }
    return parse(text.get(), node);
  }

  private static Optional<Sentence> parse(String text, YamlNode node) {
    List<String> words = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int done = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', done)) {
      int close = text.indexOf('}', open);
      String name = close < 0 ? "" : text.substring(open + 1, close);
      if (name.isEmpty() || !name.chars().allMatch(Sentence::isOfName)) {
        node.problem("Write what is to be filled in as {name}, with small letters only.");
        return Optional.empty();
      }
      words.add(text.substring(done, open));
      names.add(name);
      done = close + 1;
    }
    words.add(text.substring(done));
    return Optional.of(new Sentence(words, names));
  }

  private static boolean isOfName(int character) {
    return (character >= 'a' && character <= 'z') || character == '_';
  }

  private static boolean hasMarkup(String text) {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (Character.isLetter(next) || "/!#@".indexOf(next) >= 0) {
        return true;
      }
    }
    return text.contains("${");
  }

  /** The names, each once. */
  Set<String> places() {
    return new LinkedHashSet<>(names);
  }

  /**
   * The sentence with the values in their places.
   *
   * @throws IllegalArgumentException if one is missing
   */
  String fill(Map<String, ?> values) {
    if (names.isEmpty()) {
      return words.get(0);
    }
    StringBuilder filled = new StringBuilder(64).append(words.get(0));
    for (int i = 0; i < names.size(); i++) {
      Object value = values.get(names.get(i));
      if (value == null) {
        throw new IllegalArgumentException("{" + names.get(i) + "} has no value");
      }
      filled.append(value).append(words.get(i + 1));
    }
    return filled.toString();
  }
}
