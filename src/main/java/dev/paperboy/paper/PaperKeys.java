package dev.paperboy.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two listings one paper: the same arXiv id, or else the same title or abstract. */
final class PaperKeys {

  private PaperKeys() {}

  /** Equal for titles that differ only in case, spacing, punctuation and markup. */
  static String titleHash(String title) {
    return hash(TitleKey.of(title));
  }

  /**
   * Equal for abstracts that differ only in case, spacing and punctuation; empty where the abstract
   * is too short to tell one paper from another, less than 20 words between spaces.
   */
  static String abstractHash(String abstractText) {
    long spaces = abstractText.chars().filter(Character::isSpaceChar).count();
    return spaces + 1 < Shingles.FEWEST_WORDS ? "" : hash(TitleKey.lettersAndDigits(abstractText));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The key a new paper gets for ever. */
  static String keyOf(PaperDetails details) {
    return details.arxivId() != null
        ? details.arxivId()
        : "t-" + titleHash(details.title()).substring(0, 16);
  }

  /**
   * Whether two listings of the same title or abstract may be one paper: two different arXiv ids
   * are two papers, whatever their titles.
   */
  static boolean compatible(PaperDetails one, PaperDetails other) {
    return one.arxivId() == null
        || other.arxivId() == null
        || one.arxivId().equals(other.arxivId());
  }
}
