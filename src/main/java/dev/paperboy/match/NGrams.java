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

  /** Two to a slot, side by side for the processor's sake: a key, and its number plus one. */
  private long[] slots;

  // By number of a key.
  private int[] newest;
  private int[] counts;
  private byte[] compounds;
  private int distinct;

  // By number of an entry.
  private int[] positions;
  private int[] older;
  private int size;

  /** Most terms have none of the keys, and need no look into the table. */
  private final KeyFilter filter = new KeyFilter();

  /** Most words are no compound. */
  private final KeyFilter compoundFilter = new KeyFilter();

  /**
   * @param words about how many words the texts have; to grow later costs time only
   */
  NGrams(int words) {
    int runs = Math.max(1 << 8, words * MOST_WORDS);
    slots = new long[Integer.highestOneBit(runs) * 4];
    newest = new int[runs];
    counts = new int[runs];
    compounds = new byte[runs];
    positions = new int[runs];
    older = new int[runs];
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
    int number = number(key);
    if (number != NONE) {
      for (int entry = newest[number]; entry != NONE; entry = older[entry]) {
        action.accept(positions[entry]);
      }
    }
  }

  /** How many places {@link #forEach} gives. */
  int count(long key) {
    int number = number(key);
    return number == NONE ? 0 : counts[number];
  }

  /** Notes that a word with this key is also written as so many words. */
  void addCompound(long key, int words) {
    int number = numberOrNew(key);
    compounds[number] = (byte) Math.max(compounds[number], words);
    compoundFilter.add(key);
  }

  /** How many words a word with this key is written as at most; 1 if always as one. */
  int mostWords(long key) {
    if (!compoundFilter.mayHold(key)) {
      return 1;
    }
    int number = number(key);
    return number == NONE ? 1 : Math.max(1, compounds[number]);
  }

  private int number(long key) {
    return filter.mayHold(key) ? (int) slots[slot(key) + 1] - 1 : NONE;
  }

  private int numberOrNew(long key) {
    int slot = slot(key);
    if (slots[slot + 1] != 0) {
      return (int) slots[slot + 1] - 1;
    }
    if (distinct == newest.length) {
      newest = Arrays.copyOf(newest, distinct * 2);
      counts = Arrays.copyOf(counts, distinct * 2);
      compounds = Arrays.copyOf(compounds, distinct * 2);
    }
    filter.add(key);
    newest[distinct] = NONE;
    slots[slot] = key;
    slots[slot + 1] = ++distinct;
    if (distinct * 8L > slots.length * 3L) {
      rehash();
    }
    return distinct - 1;
  }

  private void rehash() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        int slot = slot(old[i]);
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }

  /** Where the key stands in the table, or would. */
  private int slot(long key) {
    int mask = slots.length - 2;
    int slot = (int) (key * SPREAD >>> Integer.SIZE) & mask;
    while (slots[slot + 1] != 0 && slots[slot] != key) {
      slot = slot + 2 & mask;
    }
    return slot;
  }
}
