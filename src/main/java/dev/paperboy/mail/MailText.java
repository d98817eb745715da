package dev.paperboy.mail;

import java.text.Normalizer;

/** Text as it may stand in a mail: composed (NFC), without control characters or broken pairs. */
final class MailText {

  private static final int REPLACEMENT = 0xFFFD;

  private MailText() {}

  /** The text with {@code \n} as the only line break; a tab is kept. */
  static String clean(String raw) {
    if (isClean(raw)) {
      return raw;
    }
    String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = new StringBuilder(lines.length());
    lines.codePoints().filter(MailText::fit).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** Whether nothing is to be done, told at a glance: nearly always, and it sees every mail. */
  private static boolean isClean(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean ascii = (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
      if (!ascii && !isComposedLetter(c) && !isPunctuation(c)) {
        return false;
      }
    }
    return true;
  }

  /** Latin letters with and without accents: nothing below the combining marks is decomposed. */
  private static boolean isComposedLetter(char c) {
    return c >= 0xA0 && c < 0x300;
  }

  /** Dashes, quotation marks, bullets, the ellipsis. */
  private static boolean isPunctuation(char c) {
    return c >= 0x2010 && c <= 0x2027;
  }

  /** At most so many UTF-16 units of the text, never half a character. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  private static boolean fit(int point) {
    boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
    boolean halfPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !halfPair && point != REPLACEMENT;
  }
}
