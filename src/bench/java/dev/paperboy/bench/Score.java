package dev.paperboy.bench;

import java.util.BitSet;
import java.util.Locale;

/**
 * How well what was found agrees with the truth.
 *
 * @param hits papers found and true
 * @param found papers found
 * @param truth papers that should be found
 */
record Score(int hits, int found, int truth) {

  static final Score NOTHING = new Score(0, 0, 0);

  static Score of(BitSet found, BitSet truth) {
    BitSet hits = (BitSet) found.clone();
    hits.and(truth);
    return new Score(hits.cardinality(), found.cardinality(), truth.cardinality());
  }

  Score plus(Score other) {
    return new Score(hits + other.hits, found + other.found, truth + other.truth);
  }

  /** Of the papers found, the share that is true; 1 where nothing was found. */
  double precision() {
    return found == 0 ? 1 : (double) hits / found;
  }

  /** Of the papers that should be found, the share that was. */
  double recall() {
    return truth == 0 ? 1 : (double) hits / truth;
  }

  /** The harmonic mean of both. */
  double f1() {
    return found + truth == 0 ? 1 : 2.0 * hits / (found + truth);
  }

  /** Precision and recall in per cent. */
  @Override
  public String toString() {
    return shown(precision(), recall());
  }

  /** Two shares in per cent. */
  static String shown(double precision, double recall) {
    return String.format(Locale.ROOT, "%3.0f / %3.0f", 100 * precision, 100 * recall);
  }
}
