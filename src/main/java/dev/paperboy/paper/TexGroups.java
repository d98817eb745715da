package dev.paperboy.paper;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Which brace closes which, found in one pass. Braces deeper than any author nests them have no
 * partner, so that whoever follows groups recursively needs little stack.
 */
final class TexGroups {

  private static final int DEEPEST = 24;

  private final int[] closer;

  TexGroups(String text) {
    closer = new int[text.length()];
    Arrays.fill(closer, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open.push(i);
      } else if (c == '}' && !open.isEmpty()) {
        int start = open.pop();
        closer[start] = open.size() < DEEPEST ? i : -1;
      }
    }
  }

  /** The offset of the brace that closes the one here, before {@code to}; else -1. */
  int close(int start, int to) {
    return start < to && closer[start] >= 0 && closer[start] < to ? closer[start] : -1;
  }
}
