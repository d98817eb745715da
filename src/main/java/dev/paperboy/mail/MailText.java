package dev.paperboy.mail;

import java.text.Normalizer;

/** Text as it may stand in a mail: composed (NFC), without control characters or broken pairs. */
final class MailText {

  private static final int REPLACEMENT = 0xFFFD;

  private MailText() {}

  /** The text with {@code \n} as the only line break; a tab is kept. */
  static String clean(String raw) {
    if (raw.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t')) {
      return raw;
    }
    String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = new StringBuilder(lines.length());
    lines.codePoints().filter(MailText::fit).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
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
