package dev.paperboy.lint;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An opaque colour; each part 0 to 255. */
record Colour(int red, int green, int blue) {

  static final Colour BLACK = new Colour(0, 0, 0);
  static final Colour WHITE = new Colour(255, 255, 255);

  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
  private static final Pattern RGB =
      Pattern.compile("rgb\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)");

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("black", 0x000000),
          Map.entry("white", 0xFFFFFF),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("silver", 0xC0C0C0),
          Map.entry("red", 0xFF0000),
          Map.entry("maroon", 0x800000),
          Map.entry("yellow", 0xFFFF00),
          Map.entry("olive", 0x808000),
          Map.entry("lime", 0x00FF00),
          Map.entry("green", 0x008000),
          Map.entry("aqua", 0x00FFFF),
          Map.entry("teal", 0x008080),
          Map.entry("blue", 0x0000FF),
          Map.entry("navy", 0x000080),
          Map.entry("fuchsia", 0xFF00FF),
          Map.entry("purple", 0x800080),
          Map.entry("orange", 0xFFA500));

  /** The colour in CSS words; empty for what is none, or none of these. */
  static Optional<Colour> parse(String css) {
    String word = css.strip().toLowerCase(Locale.ROOT);
    Matcher hex = HEX.matcher(word);
    Matcher rgb = RGB.matcher(word);
    if (hex.matches()) {
      String digits = hex.group(1);
      return Optional.of(
          of(Integer.parseInt(digits.length() == 3 ? digits.replaceAll(".", "$0$0") : digits, 16)));
    }
    if (rgb.matches()) {
      return Optional.of(new Colour(part(rgb.group(1)), part(rgb.group(2)), part(rgb.group(3))));
    }
    return Optional.ofNullable(NAMES.get(word)).map(Colour::of);
  }

  private static Colour of(int value) {
    return new Colour(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
  }

  private static int part(String number) {
    return Math.min(255, Integer.parseInt(number));
  }

  /** The ratio of WCAG 2.1, from 1 to 21. */
  double contrast(Colour other) {
    double a = luminance() + 0.05;
    double b = other.luminance() + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** The same hue and saturation with the lightness turned around, as mail programs do. */
  Colour inverted() {
    // In HSL, 1 - lightness moves every part by the same amount: max + min becomes 510 - that sum.
    int shift = 255 - Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    return new Colour(red + shift, green + shift, blue + shift);
  }

  boolean isPure() {
    return equals(BLACK) || equals(WHITE);
  }

  @Override
  public String toString() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }
}
