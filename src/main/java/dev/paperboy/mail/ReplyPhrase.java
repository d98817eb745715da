package dev.paperboy.mail;

/**
 * A phrase of {@code mail/reply-words.tsv}, which says how it is written. Finding one is linear in
 * the length of the text, but for a gap, whose length is bounded.
 */
record ReplyPhrase(String first, String second, boolean asItCame) {

  /** Longest gap of {@code one * two}, in characters. */
  private static final int GAP = 80;

  private static final int FIRST_IDEOGRAPH = 0x2E80;

  static ReplyPhrase of(String written) {
    if (written.startsWith("=")) {
      return new ReplyPhrase(written.substring(1), "", true);
    }
    String[] parts = written.split(" \\* ", 2);
    return new ReplyPhrase(bounded(parts[0]), parts.length > 1 ? bounded(parts[1]) : "", false);
  }

  /** Words of scripts that do without spaces may stand anywhere. */
  private static String bounded(String words) {
    if (words.codePointAt(0) >= FIRST_IDEOGRAPH) {
      return words;
    }
    return " " + (words.endsWith("~") ? words.substring(0, words.length() - 1) : words + " ");
  }

  boolean isIn(ReplyText text) {
    String where = asItCame ? text.whole() : text.words();
    int from = where.indexOf(first);
    if (second.isEmpty()) {
      return from >= 0;
    }
    while (from >= 0) {
      int behind = from + first.length() - 1;
      int found = where.indexOf(second, behind);
      if (found < 0) {
        return false;
      }
      if (found <= behind + GAP) {
        return true;
      }
      // No beginning nearer to it can be before this one.
      from = where.indexOf(first, Math.max(from + 1, found - GAP - first.length()));
    }
    return false;
  }

  /** The text without it. */
  ReplyText takenOut(ReplyText text) {
    return new ReplyText(text.words().replace(first, " "), text.whole());
  }
}
