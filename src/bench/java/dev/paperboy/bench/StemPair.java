package dev.paperboy.bench;

import java.util.List;

/**
 * Two words that were judged by hand; {@code stem-pairs.txt} says by which measure.
 *
 * @param together whether they should have one stem
 */
record StemPair(String one, String other, boolean together) {

  /** All that were judged. */
  static List<StemPair> all() {
    return Truth.lines("stem-pairs.txt").stream()
        .map(line -> line.split(" "))
        .map(parts -> new StemPair(parts[1], parts[2], parts[0].equals("=")))
        .toList();
  }

  /** Whether the stemming does not do what it should. */
  boolean wrongBy(Stemming stemming) {
    return stemming.stem(one).equals(stemming.stem(other)) != together;
  }

  @Override
  public String toString() {
    return one + (together ? " | " : " = ") + other;
  }
}
