package dev.paperboy.interest;

import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.text.Spelling;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code digest} block, which the interests document and the configuration share. */
public final class DigestWishesReader {

  /** Every key of the block. */
  public static final List<String> KEYS =
      List.of("every", "on", "at", "timezone", "papers", "trending", "quiet_day", "format");

  static final int MOST_PAPERS = 50;
  static final int MOST_TRENDING = 20;

  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");

  private DigestWishesReader() {}

  /** The wishes in the block; what it leaves out, or has wrong, is as in {@code defaults}. */
  public static DigestWishes read(YamlMap block, DigestWishes defaults) {
    block.rejectUnknownKeys(KEYS);
    Rhythm usual = defaults.rhythm();
    Rhythm rhythm =
        new Rhythm(
            block.get("every").flatMap(node -> node.asEnum(Every.class)).orElse(usual.every()),
            block.get("on").flatMap(node -> node.asEnum(DayOfWeek.class)).orElse(usual.on()),
            block.get("at").flatMap(DigestWishesReader::time).orElse(usual.at()),
            block.get("timezone").flatMap(DigestWishesReader::zone).orElse(usual.timezone()));
    return new DigestWishes(
        rhythm,
        block.get("papers").flatMap(node -> node.asInt(1, MOST_PAPERS)).orElse(defaults.papers()),
        block
            .get("trending")
            .flatMap(node -> node.asInt(0, MOST_TRENDING))
            .orElse(defaults.trending()),
        block
            .get("quiet_day")
            .flatMap(node -> node.asEnum(QuietDay.class))
            .orElse(defaults.quietDay()),
        block.get("format").flatMap(node -> node.asEnum(Format.class)).orElse(defaults.format()));
  }

  private static Optional<LocalTime> time(YamlNode node) {
    return node.as(
        "a time of day such as \"07:30\"",
        text -> {
          Matcher time = TIME.matcher(text.strip());
          return time.matches()
              ? Optional.of(
                  LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
              : Optional.empty();
        });
  }

  private static Optional<ZoneId> zone(YamlNode node) {
    return node.as(
        "a time zone such as Europe/Berlin or UTC",
        DigestWishesReader::meantZone,
        DigestWishesReader::zone);
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** By the name of the city alone, in another letter case, or with a slip. */
  private static Optional<String> meantZone(String text) {
    String name = text.replace(' ', '_');
    Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
    Map<String, String> cities = new TreeMap<>();
    zones.forEach(zone -> cities.putIfAbsent(city(zone), zone));
    return zones.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .or(() -> Optional.ofNullable(name.contains("/") ? null : cities.get(city(name))))
        .or(() -> Spelling.closest(name, zones))
        .or(() -> Spelling.closest(city(name), cities.keySet()).map(cities::get));
  }

  private static String city(String zone) {
    return zone.substring(zone.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
