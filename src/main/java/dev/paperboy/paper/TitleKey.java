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
    String plain = Normalizer.normalize(PlainText.of(title), Normalizer.Form.NFKC);
    StringBuilder key = new StringBuilder(plain.length());
    plain
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.length() > 0 ? key.toString() : "symbols-" + hash(plain);
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
