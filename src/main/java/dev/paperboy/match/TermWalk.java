package dev.paperboy.match;

import java.util.BitSet;

/**
 * Walks along a reading of a term and the words of a table at the same time, each way that
 * compounds allow. Every pair of places in the two is tried once, so that no text makes it slow.
 */
final class TermWalk {

  private static final int NOWHERE = -1;

  private final WordTable table;
  private final Reading reading;
  private final BitSet seen = new BitSet();
  private int start;

  TermWalk(WordTable table, Reading reading) {
    this.table = table;
    this.reading = reading;
  }

  /** The position after the last word if the term begins here; negative if it does not. */
  int from(int position) {
    start = position;
    seen.clear();
    return endFrom(0, position);
  }

  private int endFrom(int index, int at) {
    if (index == reading.size()) {
      return at;
    }
    if (index > 0 && (!table.continues(at) || seenBefore(index, at))) {
      return NOWHERE;
    }
    int furthest = NOWHERE;
    for (TermPart part : reading.partsAt(index)) {
      int most = part.mostWordsAt(table, at);
      for (int length = 1; length <= most; length++) {
        if (part.meets(table, at, length)) {
          furthest = Math.max(furthest, endFrom(index + part.words(), at + length));
        }
      }
    }
    return furthest;
  }

  private boolean seenBefore(int index, int at) {
    int pair = (at - start) * reading.size() + index;
    boolean known = seen.get(pair);
    seen.set(pair);
    return known;
  }
}
