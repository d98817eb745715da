package dev.paperboy.text;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Makes words equal that differ only in case, accents, or Unicode's double forms (NFKC): {@code
 * Poincaré} and {@code poincare}, {@code R²} and {@code r2}. Apostrophes and invisible characters
 * fall away.
 */
final class Folding {

  /** ASCIIFoldingFilter turns one character into at most four. */
  private static final int MOST_PER_CHARACTER = 4;

  private Folding() {}

  static String fold(String word) {
    if (isFolded(word)) {
      return word;
    }
    if (ascii(word)) {
      return word.replace("'", "").toLowerCase(Locale.ROOT);
    }
    StringBuilder kept = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> !dropped(c))
        .forEach(kept::appendCodePoint);
    char[] in = Normalizer.normalize(kept, Normalizer.Form.NFC).toCharArray();
    char[] out = new char[in.length * MOST_PER_CHARACTER];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    // Upper case first: it unites letters that have two lower-case forms.
    return new String(out, 0, length)
        .replace("'", "")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /** Most words are small letters only. */
  private static boolean isFolded(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  /** A loop, not a stream: it sees every word of every paper. */
  private static boolean ascii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean dropped(int c) {
    boolean combiningAccent = c >= 0x0300 && c <= 0x036F;
    return combiningAccent || c == 0x02BC || Character.getType(c) == Character.FORMAT;
  }
}
