package dev.paperboy.match;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Positions in a {@link WordTable}; an int each, as there are millions. */
final class Positions {

  private static final int[] NONE = {};

  private int[] values = NONE;
  private int size;

  void add(int position) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2 + 2);
    }
    values[size++] = position;
  }

  int size() {
    return size;
  }

  void forEach(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      action.accept(values[i]);
    }
  }

  /** The positions in ascending order, each once. */
  int[] distinct() {
    if (size == 0) {
      return NONE;
    }
    for (int i = 1; i < size; i++) {
      if (values[i] <= values[i - 1]) {
        return Arrays.stream(values, 0, size).sorted().distinct().toArray();
      }
    }
    return Arrays.copyOf(values, size);
  }
}
