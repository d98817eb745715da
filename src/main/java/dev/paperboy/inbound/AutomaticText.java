package dev.paperboy.inbound;

import java.util.List;
import java.util.Locale;

/** Tells automatic answers by their words, where no header marks them. */
final class AutomaticText {

  /** Words further down are not looked at. */
  private static final int LONGEST = 4000;

  private static final List<String> PHRASES = WordLists.lines("automatic-answers.txt");

  private AutomaticText() {}

  static boolean isIn(Letter letter) {
    String all = letter.mail().subject() + "\n" + String.join(" ", letter.words().own());
    String text =
        all.substring(0, Math.min(all.length(), LONGEST))
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replaceAll("\\s+", " ");
    return PHRASES.stream().anyMatch(text::contains);
  }
}
