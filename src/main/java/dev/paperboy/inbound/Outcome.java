package dev.paperboy.inbound;

/**
 * What became of a mail that came in.
 *
 * @param kind what was done
 * @param sentence the same in one line for an operator, without addresses
 */
public record Outcome(Kind kind, String sentence) {

  /** What was done with it. */
  public enum Kind {
    /** A bounce or complaint, written down. */
    RECORDED,
    /** What it asked for was done or answered. */
    ANSWERED,
    /** It has come in before. */
    SEEN,
    /** Nothing to act on. */
    IGNORED,
    /** Kept for a person to look at. */
    SET_ASIDE,
    /** Too large or too deep to be read. */
    REFUSED
  }
}
