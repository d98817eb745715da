package dev.paperboy.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/** Writes a text so that every YAML reader takes it for that text. */
public final class YamlText {

  private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N} ()+./_'-]*");
  private static final Set<String> OTHER_MEANING =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private YamlText() {}

  /** The text as it is where that is safe, else in double quotes; always one line. */
  public static String of(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !text.endsWith(" ")
            && !OTHER_MEANING.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
              } else if (isSafe(character)) {
                quoted.appendCodePoint(character);
              } else {
                quoted.append("\\u%04X".formatted(character));
              }
            });
    return quoted.append('"').toString();
  }

  /** Printable and neither a line break nor invisible; beyond U+FFFF all is. */
  private static boolean isSafe(int character) {
    return StreamReader.isPrintable(character)
        && !Character.isISOControl(character)
        && character != 0x2028
        && character != 0x2029
        && character != 0xFEFF;
  }
}
