package dev.paperboy.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two listings one paper: the same arXiv id, or else the same title. */
final class PaperKeys {

  private PaperKeys() {}

  /** Equal for titles that differ only in case, spacing, punctuation and markup. */
  static String titleHash(String title) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(TitleKey.of(title).getBytes(StandardCharsets.UTF_8));
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
   * Whether two listings of the same title may be one paper: two different arXiv ids are two
   * papers, whatever their titles.
   */
  static boolean compatible(PaperDetails one, PaperDetails other) {
    return one.arxivId() == null
        || other.arxivId() == null
        || one.arxivId().equals(other.arxivId());
  }
}
