package dev.paperboy.template;

import java.util.Map;

/**
 * The look of all mails; a variable of every template.
 *
 * @param light the colours, {@code #rrggbb}, by the names of {@link Palette#NAMES}
 * @param dark the same for a dark screen
 * @param fonts what the words are set in
 * @param width the widest a mail gets, in pixels
 */
public record Look(Map<String, String> light, Map<String, String> dark, Fonts fonts, int width) {

  /** The look as the program has it. */
  public static final Look DEFAULT =
      new Look(
          Palette.LIGHT,
          Palette.DARK,
          new Fonts(
              "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
              "Georgia,'Times New Roman',serif"),
          600);

  public Look {
    light = Map.copyOf(light);
    dark = Map.copyOf(dark);
  }

  /**
   * Lists of font families as CSS has them, without double quotes.
   *
   * @param text for all words
   * @param headings for the headline and the titles
   */
  public record Fonts(String text, String headings) {}
}
