package dev.paperboy.match;

import dev.paperboy.interest.Term;
import java.util.List;

/**
 * A term, analysed: made once, looked up in many batches. Threads may share it.
 *
 * @param text the term's, without white space around it
 * @param readings what it is looked up as, the term's own words first; empty for a term that meets
 *     nothing: without a letter or digit, longer than any title, or a prefix of one character
 * @param lead how many characters of the term stand before its first word
 * @param after offset in the term after its last word
 */
record TermPattern(Term.Kind kind, String text, List<Reading> readings, int lead, int after) {

  /** How many papers of the archive may have it: no more than have its rarest word. */
  int papers() {
    int most = 0;
    for (Reading reading : readings) {
      most = Math.max(most, reading.papers());
    }
    return most;
  }
}
