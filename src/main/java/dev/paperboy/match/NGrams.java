package dev.paperboy.match;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Where each run of up to {@value #MOST_WORDS} words begins, by the {@link NGramKey} of its stems.
 * A hash table of primitives, as it holds several entries for every word of a batch.
 */
final class NGrams {

  /** No longer runs are kept. */
  static final int MOST_WORDS = 3;

  private static final int NONE = -1;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  // By slot of the hash table: the number of a key.
  private int[] slots = new int[1 << 12];

  // By number of a key.
  private long[] keys = new long[1 << 10];
  private int[] newest = new int[1 << 10];
  private int[] counts = new int[1 << 10];
  private boolean[] compounds = new boolean[1 << 10];
  private int distinct;

  // By number of an entry.
  private int[] positions = new int[1 << 10];
  private int[] older = new int[1 << 10];
  private int size;

  NGrams() {
    Arrays.fill(slots, NONE);
  }

  /** Runs are to be added by descending position: lookups then give them in ascending order. */
  void add(long key, int position) {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, size * 2);
      older = Arrays.copyOf(older, size * 2);
    }
    int number = numberOrNew(key);
    positions[size] = position;
    older[size] = newest[number];
    newest[number] = size++;
    counts[number]++;
  }

  /** Where every run with this key begins, ascending; a place twice if two runs there have it. */
  void forEach(long key, IntConsumer action) {
    int number = slots[slot(key)];
    if (number != NONE) {
      for (int entry = newest[number]; entry != NONE; entry = older[entry]) {
        action.accept(positions[entry]);
      }
    }
  }

  /** How many places {@link #forEach} gives. */
  int count(long key) {
    int number = slots[slot(key)];
    return number == NONE ? 0 : counts[number];
  }

  /** Notes that a word with this key is also written as several. */
  void addCompound(long key) {
    int number = numberOrNew(key);
    compounds[number] = true;
  }

  /** Whether a word with this key is also written as several. */
  boolean isCompound(long key) {
    int number = slots[slot(key)];
    return number != NONE && compounds[number];
  }

  private int numberOrNew(long key) {
    int slot = slot(key);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (distinct == keys.length) {
      keys = Arrays.copyOf(keys, distinct * 2);
      newest = Arrays.copyOf(newest, distinct * 2);
      counts = Arrays.copyOf(counts, distinct * 2);
      compounds = Arrays.copyOf(compounds, distinct * 2);
    }
    keys[distinct] = key;
    newest[distinct] = NONE;
    slots[slot] = distinct++;
    if (distinct * 2 > slots.length) {
      rehash();
    }
    return distinct - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, NONE);
    for (int number = 0; number < distinct; number++) {
      slots[slot(keys[number])] = number;
    }
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) (key * SPREAD >>> Integer.SIZE) & mask;
    while (slots[slot] != NONE && keys[slots[slot]] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
