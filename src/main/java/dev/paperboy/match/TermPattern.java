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
 * @param papers how many papers of the archive may have it: those with its rarest word
 */
record TermPattern(
    Term.Kind kind, String text, List<Reading> readings, int lead, int after, int papers) {}
