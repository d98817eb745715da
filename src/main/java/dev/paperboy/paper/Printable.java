package dev.paperboy.paper;

import java.text.Normalizer;

/**
 * Characters that may be shown: one line, single spaces, no control or format characters (zero
 * width, bidirectional overrides, soft hyphens), no half surrogates, NFC.
 */
final class Printable {

  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  static String of(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    boolean gap = false;
    for (int i = 0; i < raw.length(); ) {
      int point = raw.codePointAt(i);
      i += Character.charCount(point);
      if (isSpace(point)) {
        gap = true;
      } else if (!isHidden(point)) {
        if (gap && out.length() > 0) {
          out.append(' ');
        }
        gap = false;
        out.appendCodePoint(isHalf(point) ? REPLACEMENT : point);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  private static boolean isHidden(int point) {
    int type = Character.getType(point);
    boolean noCharacter = (point & 0xFFFE) == 0xFFFE;
    return type == Character.CONTROL || type == Character.FORMAT || noCharacter;
  }

  private static boolean isHalf(int point) {
    return Character.getType(point) == Character.SURROGATE;
  }
}
