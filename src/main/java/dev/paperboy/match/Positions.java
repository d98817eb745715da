package dev.paperboy.match;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Ascending positions of one word in a {@link WordTable}; an int each, as there are millions. */
final class Positions {

  static final Positions NONE = new Positions();

  private int[] values = new int[2];
  private int size;

  void add(int position) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = position;
  }

  IntStream stream() {
    return Arrays.stream(values, 0, size);
  }
}
