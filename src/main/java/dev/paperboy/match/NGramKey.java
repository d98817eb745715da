package dev.paperboy.match;

/**
 * The key of some words read without the spaces between them: a polynomial of their characters, so
 * that the key of a run follows from the keys of its words. Equal strings have equal keys; that two
 * different ones have the same is possible, so whatever a key finds is looked at again.
 *
 * @param hash of the characters
 * @param power the base to the power of their number
 */
record NGramKey(long hash, long power) {

  private static final long BASE = 0x9E3779B97F4A7C15L;

  /** The key of no word at all. */
  static final NGramKey EMPTY = new NGramKey(0, 1);

  static NGramKey of(String word) {
    long hash = 0;
    long power = 1;
    for (int i = 0; i < word.length(); i++) {
      hash = hash * BASE + word.charAt(i) + 1;
      power *= BASE;
    }
    return new NGramKey(hash, power);
  }

  /** The key of what this stands for with the other behind it. */
  NGramKey then(NGramKey next) {
    return new NGramKey(hash * next.power + next.hash, power * next.power);
  }
}
