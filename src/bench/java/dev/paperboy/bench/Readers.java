package dev.paperboy.bench;

import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Generated subscribers: each asks for {@value #TERMS} different phrases.
 *
 * @param phrases what can be asked for
 * @param asked indexes of phrases, {@value #TERMS} for each reader, one reader after the other
 */
record Readers(List<String> phrases, int[] asked) {

  static final int TERMS = 5;

  /** Phrases that readers of the Zipf variant choose from; nearly all are chosen by a million. */
  private static final int POPULAR = 33_000;

  /** The chance of the phrase at rank r is in proportion to 1 / r to this power. */
  static final double EXPONENT = 1.0;

  /** Of the mostly distinct variant's terms, so many are nobody else's before. */
  private static final double FRESH = 0.8333;

  private static final long SEED = 20261121;

  Readers {
    phrases = List.copyOf(phrases);
  }

  /** Interests as popularity usually goes: a few that many share, and a long tail. */
  static Readers zipf(Phrases phrases, int readers) {
    Random random = new Random(SEED);
    List<String> pool = phrases.drawn(POPULAR, random);
    double[] cumulative = new double[pool.size()];
    double sum = 0;
    for (int rank = 1; rank <= pool.size(); rank++) {
      sum += Math.pow(rank, -EXPONENT);
      cumulative[rank - 1] = sum;
    }
    int[] asked = new int[readers * TERMS];
    for (int i = 0; i < asked.length; i++) {
      do {
        asked[i] = rankAt(cumulative, random.nextDouble() * sum);
      } while (repeats(asked, i));
    }
    return new Readers(pool, asked);
  }

  /**
   * Five terms of six are nobody else's; where the papers run out of phrases, shortened ones.
   *
   * @throws IllegalArgumentException if the papers have too few phrases for so many readers
   */
  static Readers mostlyDistinct(Phrases phrases, int readers) {
    Random random = new Random(SEED);
    int needed = (int) (readers * TERMS * FRESH * 1.01) + 1000;
    List<String> pool = phrases.drawnWithShortened(needed, random);
    if (pool.size() < needed) {
      throw new IllegalArgumentException(
          "%d readers need %d phrases; the papers have %d".formatted(readers, needed, pool.size()));
    }
    int[] asked = new int[readers * TERMS];
    int fresh = 0;
    for (int i = 0; i < asked.length; i++) {
      do {
        boolean next = fresh < TERMS || random.nextDouble() < FRESH;
        asked[i] = next ? fresh++ : random.nextInt(fresh);
      } while (repeats(asked, i));
    }
    return new Readers(pool, asked);
  }

  int count() {
    return asked.length / TERMS;
  }

  /** The term a reader asks for at this place, 0 to 4. */
  int asked(int reader, int place) {
    return asked[reader * TERMS + place];
  }

  /** The phrases that anybody asks for, each once. */
  List<String> distinct() {
    BitSet used = new BitSet(phrases.size());
    for (int phrase : asked) {
      used.set(phrase);
    }
    return used.stream().mapToObj(phrases::get).toList();
  }

  private static int rankAt(double[] cumulative, double chance) {
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] < chance) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean repeats(int[] asked, int last) {
    for (int i = last - last % TERMS; i < last; i++) {
      if (asked[i] == asked[last]) {
        return true;
      }
    }
    return false;
  }
}
