package dev.paperboy.dump;

import dev.paperboy.paper.PlainText;

/** Clean text of bounded length: nobody writes longer, and a mail has to hold it. */
final class ListingText {

  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_ABSTRACT = 20_000;
  private static final int LONGEST_NAME = 200;

  /** Markup may take so many times the room of the text it makes. */
  private static final int MARKUP = 4;

  private ListingText() {}

  static String title(String raw) {
    return clean(raw, LONGEST_TITLE);
  }

  static String abstractText(String raw) {
    return clean(raw, LONGEST_ABSTRACT);
  }

  static String name(String raw) {
    return clean(raw, LONGEST_NAME);
  }

  private static String clean(String raw, int longest) {
    int room = longest * MARKUP;
    String plain = PlainText.of(raw.length() <= room ? raw : raw.substring(0, room));
    if (plain.length() <= longest) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return plain.substring(0, end).strip() + "…";
  }
}
