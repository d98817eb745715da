package dev.paperboy.bench;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Pairs of a term and a paper that meet, both by index; a long each, as there are many. */
final class Pairs {

  private long[] values = new long[1024];
  private int size;

  void add(int term, int paper) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = (long) term << Integer.SIZE | paper;
  }

  int size() {
    return size;
  }

  /** The pairs that the other one lacks, in order; {@link #term} and {@link #paper} read them. */
  long[] without(Pairs other) {
    long[] theirs = other.sorted();
    return LongStream.of(sorted()).filter(pair -> Arrays.binarySearch(theirs, pair) < 0).toArray();
  }

  static int term(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  static int paper(long pair) {
    return (int) pair;
  }

  private long[] sorted() {
    return LongStream.of(values).limit(size).sorted().toArray();
  }
}
