package dev.paperboy.match;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells of most keys that were never added, from a few bits that stay in a processor's cache: a
 * look into a large table that finds nothing costs far more. Never denies a key that was added.
 * Threads may share it.
 */
final class KeyFilter {

  private static final int BITS_PER_KEY = 16;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final AtomicLongArray words;
  private final int last;

  /**
   * @param keys about how many will be added; with more of them it tells of fewer keys
   */
  KeyFilter(int keys) {
    int bits = Integer.highestOneBit(keys) * BITS_PER_KEY;
    words = new AtomicLongArray(bits / Long.SIZE);
    last = bits - 1;
  }

  /**
   * Adds a key.
   *
   * @return whether it certainly was not there
   */
  boolean add(long key) {
    int bit = bit(key);
    if (holds(bit)) {
      return false;
    }
    long mask = 1L << bit;
    return (words.getAndAccumulate(bit >>> 6, mask, (before, added) -> before | added) & mask) == 0;
  }

  /** False: it was not added. True: perhaps it was. */
  boolean mayHold(long key) {
    return holds(bit(key));
  }

  private boolean holds(int bit) {
    return (words.get(bit >>> 6) & 1L << bit) != 0;
  }

  private int bit(long key) {
    return (int) (key * SPREAD >>> 20) & last;
  }
}
