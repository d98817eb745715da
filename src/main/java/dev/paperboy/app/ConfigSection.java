package dev.paperboy.app;

import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys of one section; each is read with its default for the case that it is left out. */
final class ConfigSection {

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}) {0,3}([A-Za-z]{1,2})");
  private static final Map<String, Duration> DURATIONS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZES =
      Map.of("KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

  private final @Nullable YamlMap keys;

  ConfigSection(@Nullable YamlMap keys) {
    this.keys = keys;
  }

  /** What {@code reading} makes of the text, which may be empty. */
  <T> T value(String key, String what, Function<String, Optional<T>> reading, T byDefault) {
    return node(key).flatMap(node -> node.as(what, reading)).orElse(byDefault);
  }

  /** A text that may be empty. */
  String text(String key, String byDefault) {
    return node(key).flatMap(YamlNode::asText).orElse(byDefault);
  }

  /** A text without the blanks around it, not empty. */
  String word(String key, String what, String byDefault) {
    return value(
        key, what, text -> Optional.of(text.strip()).filter(word -> !word.isEmpty()), byDefault);
  }

  int number(String key, int min, int max, int byDefault) {
    return node(key).flatMap(node -> node.asInt(min, max)).orElse(byDefault);
  }

  <E extends Enum<E>> E choice(String key, Class<E> type, E byDefault) {
    return node(key).flatMap(node -> node.asEnum(type)).orElse(byDefault);
  }

  /** Such as {@code 36h}; the bounds, both included, and the default are written alike. */
  Duration duration(String key, String min, String max, String byDefault) {
    Duration least = duration(min).orElseThrow();
    Duration most = duration(max).orElseThrow();
    return value(
        key,
        "a duration from %s to %s, such as 30s, 10m, 36h or 7d,".formatted(min, max),
        text ->
            duration(text)
                .filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0),
        duration(byDefault).orElseThrow());
  }

  private static Optional<Duration> duration(String text) {
    Matcher amount = AMOUNT.matcher(text.strip());
    return amount.matches()
        ? Optional.ofNullable(DURATIONS.get(amount.group(2)))
            .map(unit -> unit.multipliedBy(Long.parseLong(amount.group(1))))
        : Optional.empty();
  }

  /** In bytes, written such as {@code 32MB}; at least a kilobyte and at most a gigabyte. */
  long size(String key, String byDefault) {
    return value(
        key,
        "a size from 1KB to 1GB, such as 32MB,",
        text -> size(text).filter(bytes -> bytes >= 1L << 10 && bytes <= 1L << 30),
        size(byDefault).orElseThrow());
  }

  private static Optional<Long> size(String text) {
    Matcher amount = AMOUNT.matcher(text.strip());
    return amount.matches()
        ? Optional.ofNullable(SIZES.get(amount.group(2)))
            .map(unit -> unit * Long.parseLong(amount.group(1)))
        : Optional.empty();
  }

  /** A folder, relative to {@code base}; absolute in the answer. */
  Path folder(String key, Path base, String byDefault) {
    return path(key, "a folder", base, byDefault);
  }

  /** The same for a file. */
  Path file(String key, Path base, String byDefault) {
    return path(key, "a file", base, byDefault);
  }

  private Path path(String key, String what, Path base, String byDefault) {
    return value(key, what, text -> path(text, base), base.resolve(byDefault)).normalize();
  }

  private static Optional<Path> path(String text, Path base) {
    try {
      return Optional.of(text.strip()).filter(name -> !name.isEmpty()).map(base::resolve);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The keys below a key; empty where it is left out. */
  ConfigSection section(String key) {
    return new ConfigSection(node(key).flatMap(YamlNode::asMap).orElse(null));
  }

  /** The node of a key, if the key is written. */
  Optional<YamlNode> node(String key) {
    return keys == null ? Optional.empty() : keys.get(key);
  }
}
