package dev.paperboy.web;

import dev.paperboy.template.Look;
import java.util.Map;
import java.util.TreeMap;

/** The look of the mails as CSS variables, so that the pages are in the same hand. */
final class LookSheet {

  private LookSheet() {}

  /** Variables such as {@code --ink}, light and dark, and {@code --text} and {@code --headings}. */
  static String of(Look look) {
    return """
        :root {
        %s--text: %s;
        --headings: %s;
        }
        @media (prefers-color-scheme: dark) {
        :root {
        %s}
        }
        """
        .formatted(
            colours(look.light()),
            look.fonts().text(),
            look.fonts().headings(),
            colours(look.dark()));
  }

  private static String colours(Map<String, String> palette) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(palette)
        .forEach(
            (name, colour) ->
                lines.append("--%s: %s;\n".formatted(name.replace('_', '-'), colour)));
    return lines.toString();
  }
}
