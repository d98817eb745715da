package dev.paperboy.text;

/** Text made to fit. */
public final class ShortText {

  private static final String ELLIPSIS = "…";

  private ShortText() {}

  /** At most so many characters, ended at a word where there is one, with an ellipsis if cut. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = wordEnd(text, 0, most - 1);
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /**
   * Where to end a text that starts at {@code from} and has room up to {@code limit}: before the
   * last space in the second half, else at the limit, never within a character.
   */
  public static int wordEnd(String text, int from, int limit) {
    int space = text.lastIndexOf(' ', limit);
    if (space > from + (limit - from) / 2) {
      return space;
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }

  /**
   * The text without anything that could break its line or turn its direction, each such character
   * replaced by one space, so that offsets stay true.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean pair = i + 1 < line.length() && Character.isSurrogatePair(c, line.charAt(i + 1));
      if (pair) {
        i++;
      } else if (unfit(c)) {
        line.setCharAt(i, ' ');
      }
    }
    return line.toString();
  }

  private static boolean unfit(char c) {
    boolean separator = c == 0x2028 || c == 0x2029;
    boolean direction =
        c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return Character.isISOControl(c) || Character.isSurrogate(c) || separator || direction;
  }
}
