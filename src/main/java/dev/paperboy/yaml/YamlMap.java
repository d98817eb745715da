package dev.paperboy.yaml;

import dev.paperboy.text.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keys with values, in the order of the document. */
public final class YamlMap {

  /** No keys at all. */
  public static final YamlMap NONE =
      new YamlMap(new Place(1, 1, "", new Problems("")), new LinkedHashMap<>());

  private final Place place;
  private final Map<String, Entry> entries;

  YamlMap(Place place, Map<String, Entry> entries) {
    this.place = place;
    this.entries = entries;
  }

  /**
   * @param key where the key stands
   */
  record Entry(Place key, YamlNode value) {}

  /** Changes the text of a value, such as putting in what a variable holds. */
  @FunctionalInterface
  public interface Rewriting {
    /** The new text, or empty after adding a problem to the node. */
    Optional<String> rewrite(YamlNode node, String text);
  }

  /** The value of the key, or empty if the document does not have the key. */
  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  /** The values in the order of the document. */
  Stream<YamlNode> values() {
    return entries.values().stream().map(Entry::value);
  }

  /** Where the key stands. */
  Optional<Place> placeOf(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::key);
  }

  /** The keys as written. */
  public Set<String> keys() {
    return entries.keySet();
  }

  /** A problem for every other key, with the one that was probably meant. */
  public void rejectUnknownKeys(Collection<String> known) {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key) && !entry.key().problems().isFull()) {
            String hint =
                Spelling.closest(key, known)
                    .map(Spelling::hint)
                    .orElseGet(() -> " Use one of " + String.join(", ", known) + ".");
            entry
                .key()
                .problem("\"%s\" is not known here.%s".formatted(NodeBuilder.name(key), hint));
          }
        });
  }

  /** Adds a problem at the first key. */
  public void problem(String message) {
    place.problem(message);
  }

  /** Adds a problem at this key. */
  public void problem(String key, String message) {
    Optional.ofNullable(entries.get(key)).map(Entry::key).orElse(place).problem(message);
  }

  /** The same keys with other texts, at every depth. */
  public YamlMap rewritten(Rewriting rewriting) {
    Map<String, Entry> changed = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) ->
            changed.put(key, new Entry(entry.key(), entry.value().rewritten(rewriting))));
    return new YamlMap(place, changed);
  }
}
