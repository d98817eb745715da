package dev.paperboy.template;

import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The colours of a mail, light or dark, and which of them must be told apart. */
public final class Palette {

  /** Every colour there is. */
  public static final List<String> NAMES =
      List.of(
          "page",
          "card",
          "ink",
          "quiet",
          "accent",
          "underline",
          "rule",
          "highlight",
          "highlight_ink");

  static final Map<String, String> LIGHT =
      of(
          "#f4f1ea", "#fdfcfa", "#23272e", "#5b6270", "#9a3412", "#c9a08c", "#ddd6c9", "#fff3b0",
          "#1a1a1a");

  static final Map<String, String> DARK =
      of(
          "#15171a", "#1e2125", "#e6e2da", "#a5abb5", "#f0a884", "#8f6d5c", "#3a3f46", "#5a4910",
          "#fff0c2");

  /** What WCAG 2.1, success criterion 1.4.3, asks of text. */
  private static final double LEAST_CONTRAST = 4.5;

  /** A colour of words, and what they stand on. */
  private record Pair(String words, String ground) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("ink", "card"),
          new Pair("ink", "page"),
          new Pair("quiet", "card"),
          new Pair("quiet", "page"),
          new Pair("accent", "card"),
          new Pair("accent", "page"),
          new Pair("highlight_ink", "highlight"));

  private Palette() {}

  private static Map<String, String> of(String... colours) {
    Map<String, String> palette = new LinkedHashMap<>();
    for (int i = 0; i < colours.length; i++) {
      palette.put(NAMES.get(i), colours[i]);
    }
    return palette;
  }

  /** The colours written there, the others as given; words that cannot be read are a problem. */
  static Map<String, String> read(YamlMap keys, Map<String, String> byDefault) {
    keys.rejectUnknownKeys(NAMES);
    Map<String, String> palette = new LinkedHashMap<>(byDefault);
    for (String name : NAMES) {
      keys.get(name)
          .flatMap(node -> node.as("a colour in quotes, such as \"#9a3412\",", Palette::colour))
          .ifPresent(colour -> palette.put(name, colour));
    }
    PAIRS.forEach(pair -> check(pair, palette, keys));
    return palette;
  }

  private static void check(Pair pair, Map<String, String> palette, YamlMap keys) {
    double contrast = contrast(colour(pair.words, palette), colour(pair.ground, palette));
    if (contrast < LEAST_CONTRAST) {
      String message =
          ("Choose another colour: \"%s\" on \"%s\" has a contrast of %.1f to 1, and words that"
                  + " everybody can read need %.1f.")
              .formatted(pair.words, pair.ground, floor(contrast), LEAST_CONTRAST);
      Optional<YamlNode> written = keys.get(pair.words).or(() -> keys.get(pair.ground));
      written.ifPresent(node -> node.problem(message));
    }
  }

  private static double floor(double contrast) {
    return Math.floor(contrast * 10) / 10;
  }

  private static String colour(String name, Map<String, String> palette) {
    return Objects.requireNonNull(palette.get(name));
  }

  private static Optional<String> colour(String text) {
    String colour = text.strip().toLowerCase(Locale.ROOT);
    boolean hex =
        colour.length() == 7
            && colour.charAt(0) == '#'
            && colour.substring(1).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    return hex ? Optional.of(colour) : Optional.empty();
  }

  /** The contrast ratio of WCAG 2.1, from 1 to 21. */
  static double contrast(String one, String other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  /** The relative luminance of WCAG 2.1. */
  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
