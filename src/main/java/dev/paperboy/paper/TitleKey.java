package dev.paperboy.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The identity of a title: two mentions of one paper have the same key however they are typeset.
 */
final class TitleKey {

  private static final int HASH_BYTES = 8;

  private TitleKey() {}

  /**
   * Without TeX, after Unicode's NFKC, lower case, letters and digits only. Never empty: a title of
   * symbols alone gets {@code symbols-} and a hash, which no other title can have.
   */
  static String of(String title) {
    String plain = PlainText.of(title);
    String key = lettersAndDigits(plain);
    return key.isEmpty()
        ? "symbols-" + hash(Normalizer.normalize(plain, Normalizer.Form.NFKC))
        : key;
  }

  /** What is left of clean text after Unicode's NFKC, in lower case. */
  static String lettersAndDigits(String text) {
    StringBuilder key = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
