package dev.paperboy.interest;

/**
 * A word or phrase to look for.
 *
 * @param text the words, without the marks {@code =} and {@code *}
 * @param kind how they are compared
 */
public record Term(String text, Kind kind) {

  /** Most words of a term; an ideograph counts as one. */
  public static final int MOST_WORDS = 64;

  /** Fewest characters of a {@link Kind#PREFIX} term, without blanks and symbols. */
  public static final int SHORTEST_PREFIX = 2;

  /** How a term is compared with a paper's words. */
  public enum Kind {
    /** Whole tokens, in any inflected form, hyphenated or not: {@code fine-tuning}. */
    WORDS,
    /** Exactly these tokens, letter case and all: {@code =RAG}. */
    EXACT,
    /** Every token that begins so; in a phrase the last word: {@code grasp*}. */
    PREFIX
  }

  /** The term that is written so: {@code words}, {@code =EXACT} or {@code prefix*}. */
  public static Term of(String written) {
    String text = written.strip();
    if (text.startsWith("=")) {
      return new Term(text.substring(1).strip(), Kind.EXACT);
    }
    return text.endsWith("*")
        ? new Term(text.substring(0, text.length() - 1).strip(), Kind.PREFIX)
        : new Term(text, Kind.WORDS);
  }

  /** The term as it is written in the interests document. */
  @Override
  public String toString() {
    return switch (kind) {
      case WORDS -> text;
      case EXACT -> "=" + text;
      case PREFIX -> text + "*";
    };
  }
}
