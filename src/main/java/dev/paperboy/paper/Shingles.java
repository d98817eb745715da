package dev.paperboy.paper;

import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts as sets of shingles, runs of three words. A shingle is a number: the more texts have it,
 * the higher.
 *
 * @param sets for each text its shingles in ascending order, the rarest first; none where the text
 *     is too short to say anything
 * @param firstShared shingles below this number are in one text only
 */
record Shingles(List<int[]> sets, int firstShared) {

  /** Shorter abstracts are often no abstracts. */
  static final int FEWEST_WORDS = 20;

  private static final int WORDS_PER_SHINGLE = 3;
  private static final int BITS_PER_WORD = 21;
  private static final long SHINGLE = (1L << (WORDS_PER_SHINGLE * BITS_PER_WORD)) - 1;

  static Shingles of(List<String> texts) {
    Map<String, Integer> words = new HashMap<>();
    List<long[]> sets = texts.stream().map(text -> shingles(text, words)).toList();
    long[] all = sets.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    long[] distinct = Arrays.stream(all).distinct().toArray();
    long[] byCount = new long[distinct.length];
    int shared = 0;
    for (int i = 0, at = 0; i < distinct.length; i++) {
      int from = at;
      while (at < all.length && all[at] == distinct[i]) {
        at++;
      }
      byCount[i] = ((long) (at - from) << Integer.SIZE) | i;
      shared += at - from > 1 ? 1 : 0;
    }
    Arrays.sort(byCount);
    int[] ranks = new int[distinct.length];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[(int) byCount[rank]] = rank;
    }
    return new Shingles(
        sets.stream().map(set -> ranked(set, distinct, ranks)).toList(), ranks.length - shared);
  }

  /** The share of two sets that is in both, of all that is in either. */
  static double jaccard(int[] one, int[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      int difference = Integer.compare(one[i], other[j]);
      common += difference == 0 ? 1 : 0;
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return (double) common / Math.max(1, one.length + other.length - common);
  }

  private static long[] shingles(String text, Map<String, Integer> words) {
    List<Word> scanned = WordScanner.words(text);
    if (scanned.size() < FEWEST_WORDS) {
      return new long[0];
    }
    long[] shingles = new long[scanned.size() - WORDS_PER_SHINGLE + 1];
    long shingle = 0;
    for (int i = 0; i < scanned.size(); i++) {
      int word = words.computeIfAbsent(scanned.get(i).folded(), folded -> words.size());
      shingle = ((shingle << BITS_PER_WORD) + word) & SHINGLE;
      if (i >= WORDS_PER_SHINGLE - 1) {
        shingles[i - WORDS_PER_SHINGLE + 1] = shingle;
      }
    }
    return Arrays.stream(shingles).sorted().distinct().toArray();
  }

  private static int[] ranked(long[] set, long[] distinct, int[] ranks) {
    return Arrays.stream(set)
        .mapToInt(shingle -> ranks[Arrays.binarySearch(distinct, shingle)])
        .sorted()
        .toArray();
  }
}
