package dev.paperboy.match;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells of most keys that were never added, from a few bits that stay in a processor's cache: a
 * look into a large table that finds nothing costs far more. Never denies a key that was added.
 * Threads may share it.
 */
final class KeyFilter {

  /** A power of two, and no more than such a cache holds. */
  private static final int BITS = 1 << 21;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final AtomicLongArray words = new AtomicLongArray(BITS / Long.SIZE);

  void add(long key) {
    int bit = bit(key);
    if (!holds(bit)) {
      words.accumulateAndGet(bit >>> 6, 1L << bit, (before, added) -> before | added);
    }
  }

  /** False: it was not added. True: perhaps it was. */
  boolean mayHold(long key) {
    return holds(bit(key));
  }

  private boolean holds(int bit) {
    return (words.get(bit >>> 6) & 1L << bit) != 0;
  }

  private static int bit(long key) {
    return (int) (key * SPREAD >>> 20) & BITS - 1;
  }
}
