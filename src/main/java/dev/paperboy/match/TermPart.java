package dev.paperboy.match;

import dev.paperboy.text.Compounds;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A word of a term, or some of its words read as one, as it is looked up.
 *
 * @param words how many words of the term it takes up
 * @param folded the word, or the words joined
 * @param stem its stem
 * @param comparison which words of a paper meet it
 */
record TermPart(int words, String folded, String stem, Comparison comparison) {

  /** How a part is compared. */
  enum Comparison {
    /** One word with this stem. */
    WORD,
    /** One word with this stem, or neighbours that make it up when joined. */
    COMPOUND,
    /** One word that begins so, or neighbours that do when joined, the last one needed for it. */
    PREFIX
  }

  /** The first words of a compound are looked up; longer ones are not tried. */
  private static final int LONGEST_HEAD = 48;

  /** Every position of the table at which this part may be met, and a few more. */
  void candidates(WordTable table, IntConsumer action) {
    if (comparison == Comparison.PREFIX) {
      table.beginningWith(folded, action);
    } else {
      table.withStem(stem, action);
    }
    if (meetsCompounds()) {
      for (int head = 1; head < folded.length() && head <= LONGEST_HEAD; head++) {
        table.withWord(folded.substring(0, head), action);
      }
    }
  }

  /** The most neighbours, from this position on, that may make up this part when joined. */
  int mostWordsAt(WordTable table, int position) {
    return meetsCompounds() && folded.startsWith(table.word(position).folded())
        ? Compounds.MOST_PARTS
        : 1;
  }

  /** Whether so many words of the table from this position on meet the part, read as one. */
  boolean meets(WordTable table, int position, int length) {
    if (length == 1) {
      return comparison == Comparison.PREFIX
          ? table.word(position).folded().startsWith(folded)
          : table.stem(position).equals(stem);
    }
    List<Word> run = table.run(position, length);
    if (run.isEmpty() || !begins(run) || !Compounds.joinable(run)) {
      return false;
    }
    String joined = Compounds.joined(run);
    return comparison == Comparison.PREFIX
        ? joined.startsWith(folded)
        : Stem.of(joined).equals(stem);
  }

  /** Whether all words but the last are the beginning of this part, with something left over. */
  private boolean begins(List<Word> run) {
    int at = 0;
    for (Word word : run.subList(0, run.size() - 1)) {
      if (!folded.startsWith(word.folded(), at)) {
        return false;
      }
      at += word.folded().length();
    }
    return at < folded.length() && at <= LONGEST_HEAD;
  }

  private boolean meetsCompounds() {
    return words == 1 && comparison != Comparison.WORD;
  }
}
