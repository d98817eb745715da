package dev.paperboy.match;

import dev.paperboy.text.Compounds;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a reading may begin, judged by the positions of its rarest word.
 *
 * <p>The words before it take up, each, between a third of a word of the text and three words.
 */
final class RarestWord {

  private final WordTable table;
  private final Reading reading;

  RarestWord(WordTable table, Reading reading) {
    this.table = table;
    this.reading = reading;
  }

  /** Ascending, each once; a few at which it does not begin are among them. */
  int[] starts() {
    int rarest = 0;
    long fewest = Long.MAX_VALUE;
    for (int index = 0; index < reading.size(); index++) {
      long tries = Math.max(1, index) * candidates(index);
      if (tries == 0) {
        return new int[0];
      }
      if (tries < fewest) {
        rarest = index;
        fewest = tries;
      }
    }
    int nearest =
        (Math.max(0, rarest - Compounds.MOST_PARTS + 1) + Compounds.MOST_PARTS - 1)
            / Compounds.MOST_PARTS;
    int furthest = rarest * Compounds.MOST_PARTS;
    Positions starts = new Positions();
    for (TermPart part : partsWith(rarest)) {
      part.candidates(
          table,
          at -> {
            for (int start = Math.max(0, at - furthest); start <= at - nearest; start++) {
              starts.add(start);
            }
          });
    }
    return starts.distinct();
  }

  private long candidates(int index) {
    long candidates = 0;
    for (TermPart part : partsWith(index)) {
      candidates += part.candidates(table);
    }
    return candidates;
  }

  /** The word at this index, alone and in the compounds it may be part of. */
  private List<TermPart> partsWith(int index) {
    List<TermPart> parts = new ArrayList<>();
    for (int first = Math.max(0, index - Compounds.MOST_PARTS + 1); first <= index; first++) {
      for (TermPart part : reading.partsAt(first)) {
        if (first + part.words() > index) {
          parts.add(part);
        }
      }
    }
    return parts;
  }
}
