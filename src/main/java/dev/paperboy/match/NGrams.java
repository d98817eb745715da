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

  /** Roughly, in papers. */
  private static final int RUNS_PER_COMPOUND = 8;

  private static final int NONE = -1;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final long LOW = 0xFFFFFFFFL;

  /**
   * Two to a slot, side by side for the processor's sake: a key, and what is known of it. That is
   * the number of its newest entry plus one in the low half, and the words of its longest compound
   * in the high one; 0 where the slot is free.
   */
  private long[] slots;

  private int taken;

  /** An entry each: its position in the low half, the entry before it in the high one. */
  private long[] entries;

  private int size;

  /** Most terms have none of the keys, and need no look into the table. */
  private final KeyFilter filter;

  /** Most words are no compound. */
  private final KeyFilter compoundFilter;

  /**
   * @param words about how many words the texts have; to grow later costs time only
   */
  NGrams(int words) {
    int runs = Math.max(1 << 8, words * MOST_WORDS);
    slots = new long[Integer.highestOneBit(runs) * 4];
    entries = new long[runs];
    filter = new KeyFilter(runs);
    compoundFilter = new KeyFilter(runs / RUNS_PER_COMPOUND);
  }

  /** Runs are to be added by descending position: lookups then give them in ascending order. */
  void add(long key, int position) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    int slot = slotOf(key);
    long known = slots[slot + 1];
    entries[size++] = (known & LOW) - 1 << Integer.SIZE | position;
    slots[slot] = key;
    slots[slot + 1] = known & ~LOW | size;
    if (known == 0) {
      took(key);
    }
  }

  /** Where every run with this key begins, ascending; a place twice if two runs there have it. */
  void forEach(long key, IntConsumer action) {
    for (int entry = newest(key); entry != NONE; entry = (int) (entries[entry] >> Integer.SIZE)) {
      action.accept((int) entries[entry]);
    }
  }

  /** How many places {@link #forEach} gives. */
  int count(long key) {
    int count = 0;
    for (int entry = newest(key); entry != NONE; entry = (int) (entries[entry] >> Integer.SIZE)) {
      count++;
    }
    return count;
  }

  /** Notes that a word with this key is also written as so many words. */
  void addCompound(long key, int words) {
    int slot = slotOf(key);
    long known = slots[slot + 1];
    slots[slot] = key;
    slots[slot + 1] = Math.max(known >>> Integer.SIZE, words) << Integer.SIZE | known & LOW;
    compoundFilter.add(key);
    if (known == 0) {
      took(key);
    }
  }

  /** How many words a word with this key is written as at most; 1 if always as one. */
  int mostWords(long key) {
    return compoundFilter.mayHold(key)
        ? Math.max(1, (int) (slots[slotOf(key) + 1] >>> Integer.SIZE))
        : 1;
  }

  private int newest(long key) {
    return filter.mayHold(key) ? (int) slots[slotOf(key) + 1] - 1 : NONE;
  }

  private void took(long key) {
    filter.add(key);
    if (++taken * 8L > slots.length * 3L) {
      rehash();
    }
  }

  private void rehash() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        int slot = slotOf(old[i]);
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }

  /** Where the key stands in the table, or would. */
  private int slotOf(long key) {
    int mask = slots.length - 2;
    int slot = (int) (key * SPREAD >>> Integer.SIZE) & mask;
    while (slots[slot + 1] != 0 && slots[slot] != key) {
      slot = slot + 2 & mask;
    }
    return slot;
  }
}
