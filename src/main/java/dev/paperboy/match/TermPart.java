package dev.paperboy.match;

import dev.paperboy.paper.Vocabulary;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.FunctionWords;
import dev.paperboy.text.Stem;
import java.util.function.IntConsumer;

/**
 * A word of a term, or some of its words read as one, as it is looked up.
 *
 * @param words how many words of the term it takes up
 * @param text the word, or the words joined; folded, except for {@link Comparison#WRITTEN}
 * @param stem its stem
 * @param key the stem's key in {@link NGrams}
 * @param comparison which words of a paper meet it
 * @param traits what else is known about the word; of words read as one, nothing
 */
record TermPart(
    int words, String text, String stem, NGramKey key, Comparison comparison, Traits traits) {

  /**
   * What is known about a word, once for all its places.
   *
   * @param whole the key of the folded word as it is, not stemmed
   * @param letters {@link Stem#isLetters}
   * @param kept {@link Stem#isKept}
   * @param settled {@link Stem#isSettled}
   * @param plain whether it is its own stem, wherever it stands in a compound; most words are
   * @param function whether it is a {@linkplain FunctionWords function word}
   * @param papers how many papers of the archive have it
   */
  record Traits(
      NGramKey whole,
      boolean letters,
      boolean kept,
      boolean settled,
      boolean plain,
      boolean function,
      int papers) {

    private static final Traits NONE =
        new Traits(NGramKey.EMPTY, false, false, false, false, false, 0);
  }

  /** How a part is compared. */
  enum Comparison {
    /** One word with this stem. */
    WORD,
    /** One word with this stem, or neighbours that make it up when joined. */
    COMPOUND,
    /** One word that begins so, or neighbours that do when joined, the last one needed for it. */
    PREFIX,
    /** One word written exactly so, or so with the s of a plural: a short abbreviation. */
    WRITTEN
  }

  /** The first words of a compound are looked up; longer ones are not tried. */
  private static final int LONGEST_HEAD = 48;

  /** Some words of a term, joined. */
  static TermPart of(int words, String folded, Comparison comparison) {
    String stem = Stem.of(folded);
    return new TermPart(words, folded, stem, NGramKey.of(stem), comparison, Traits.NONE);
  }

  /** One word, to be met in any form. */
  static TermPart of(String folded, Vocabulary vocabulary) {
    String stem = Stem.of(folded);
    NGramKey key = NGramKey.of(stem);
    boolean own = stem.equals(folded);
    boolean kept = Stem.isKept(folded);
    boolean settled = Stem.isSettled(folded);
    Traits traits =
        new Traits(
            own ? key : NGramKey.of(folded),
            Stem.isLetters(folded),
            kept,
            settled,
            kept && settled && own,
            FunctionWords.contains(folded),
            vocabulary.papersWith(stem));
    return new TermPart(1, folded, own ? folded : stem, key, Comparison.COMPOUND, traits);
  }

  /** The same word, compared in another way. */
  TermPart compared(Comparison other) {
    return other == comparison ? this : new TermPart(words, text, stem, key, other, traits);
  }

  /** The same word, to be met only where it is written so. */
  TermPart writtenAs(String shortForm) {
    return new TermPart(words, shortForm, stem, key, Comparison.WRITTEN, traits);
  }

  /** How many candidates there are. */
  int candidates(WordTable table) {
    if (comparison != Comparison.PREFIX) {
      return table.ngrams().count(key.hash());
    }
    Positions positions = new Positions();
    candidates(table, positions::add);
    return positions.size();
  }

  /** Every position of the table at which this part may be met, and a few more. */
  void candidates(WordTable table, IntConsumer action) {
    if (comparison != Comparison.PREFIX) {
      table.ngrams().forEach(key.hash(), action);
      return;
    }
    table.beginningWith(text, action);
    for (int head = 1; words == 1 && head < text.length() && head <= LONGEST_HEAD; head++) {
      table.withWord(text.substring(0, head), action);
    }
  }

  /** The most neighbours, from this position on, that may make up this part when joined. */
  int mostWordsAt(WordTable table, int position) {
    return meetsCompounds() && text.startsWith(table.word(position)) ? Compounds.MOST_PARTS : 1;
  }

  /** Whether so many words of the table from this position on meet the part, read as one. */
  boolean meets(WordTable table, int position, int length) {
    if (length > 1) {
      return meetsCompounds() && meetsCompound(table, position, length);
    }
    return switch (comparison) {
      case WORD, COMPOUND -> table.key(position) == key.hash() && table.stem(position).equals(stem);
      case PREFIX -> table.word(position).startsWith(text);
      case WRITTEN -> writtenAt(table, position);
    };
  }

  private boolean writtenAt(WordTable table, int position) {
    String source = table.source(position).text();
    int start = table.start(position);
    int left = table.end(position) - start - text.length();
    return source.startsWith(text, start)
        && (left == 0 || (left == 1 && source.charAt(start + text.length()) == 's'));
  }

  private boolean meetsCompound(WordTable table, int position, int length) {
    if (!table.joinable(position, length) || !begins(table, position, length - 1)) {
      return false;
    }
    String joined = table.joined(position, position + length - 1);
    return comparison == Comparison.PREFIX ? joined.startsWith(text) : Stem.of(joined).equals(stem);
  }

  /** Whether these words are the beginning of this part, with something left over. */
  private boolean begins(WordTable table, int position, int length) {
    int at = 0;
    for (int i = 0; i < length; i++) {
      String word = table.word(position + i);
      if (!text.startsWith(word, at)) {
        return false;
      }
      at += word.length();
    }
    return at < text.length() && at <= LONGEST_HEAD;
  }

  private boolean meetsCompounds() {
    return words == 1 && (comparison == Comparison.COMPOUND || comparison == Comparison.PREFIX);
  }
}
