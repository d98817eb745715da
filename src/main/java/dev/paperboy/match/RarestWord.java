package dev.paperboy.match;

import dev.paperboy.text.Compounds;

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
    Positions fewest = candidates(0);
    for (int index = 1; index < reading.size(); index++) {
      Positions candidates = candidates(index);
      if (candidates.size() * index < fewest.size() * Math.max(1, rarest)) {
        rarest = index;
        fewest = candidates;
      }
    }
    int nearest =
        (Math.max(0, rarest - Compounds.MOST_PARTS + 1) + Compounds.MOST_PARTS - 1)
            / Compounds.MOST_PARTS;
    int furthest = rarest * Compounds.MOST_PARTS;
    Positions starts = new Positions();
    fewest.forEach(
        at -> {
          for (int start = Math.max(0, at - furthest); start <= at - nearest; start++) {
            starts.add(start);
          }
        });
    return starts.distinct();
  }

  /** Where the word at this index may be met, alone or in a compound that begins before it. */
  private Positions candidates(int index) {
    Positions candidates = new Positions();
    for (int first = Math.max(0, index - Compounds.MOST_PARTS + 1); first <= index; first++) {
      for (TermPart part : reading.partsAt(first)) {
        if (first + part.words() > index) {
          part.candidates(table, candidates::add);
        }
      }
    }
    return candidates;
  }
}
