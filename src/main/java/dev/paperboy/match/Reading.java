package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.TermPart.Comparison;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A term, or the same with an abbreviation in the place of what it stands for: words in a row.
 * Threads may share it.
 */
final class Reading {

  /**
   * A word of a reading.
   *
   * @param written the short form it must be written as; empty where any form will do
   */
  record Step(Word word, String written) {

    Step(Word word) {
      this(word, "");
    }
  }

  private final Term.Kind kind;
  private final List<Step> steps;
  private final List<TermPart> words;
  private final long[] keys;

  /** The keys of its words, side by side: they are looked at in every batch. */
  private final long[] wordKeys;

  /** Made when a walk asks for it, perhaps by two threads at once; few readings are walked. */
  private volatile @Nullable List<List<TermPart>> parts;

  Reading(Term.Kind kind, List<Step> steps, Lexicon lexicon) {
    this.kind = kind;
    this.steps = steps;
    this.words = new ArrayList<>(steps.size());
    for (Step step : steps) {
      TermPart word = lexicon.word(step.word.folded());
      words.add(
          step.written.isEmpty()
              ? word.compared(comparison(words.size() + 1))
              : word.writtenAs(step.written));
    }
    this.keys = distinctKeys(Math.min(words.size(), NGrams.MOST_WORDS));
    this.wordKeys = new long[words.size()];
    for (int index = 0; index < wordKeys.length; index++) {
      wordKeys[index] = words.get(index).key().hash();
    }
  }

  /** How many words it has. */
  int size() {
    return wordKeys.length;
  }

  /** The key of the word at this index. */
  long wordKey(int index) {
    return wordKeys[index];
  }

  /** The word at this index, alone. */
  TermPart word(int index) {
    return words.get(index);
  }

  /** Whether its last word is only the beginning of what it meets. */
  boolean isPrefix() {
    return kind == Term.Kind.PREFIX;
  }

  /**
   * What its first words, or a few more where those are part of a compound, are found by in {@link
   * NGrams}: one key for each way to read neighbours as one word, as far as they differ.
   *
   * @param first how many words, up to {@link NGrams#MOST_WORDS}
   */
  long[] keys(int first) {
    return first == Math.min(words.size(), NGrams.MOST_WORDS) ? keys : distinctKeys(first);
  }

  /** The parts that begin at this word: the word alone, then with those after it. */
  List<TermPart> partsAt(int index) {
    List<List<TermPart>> known = parts;
    if (known == null) {
      known = IntStream.range(0, words.size()).mapToObj(this::partsFrom).toList();
      parts = known;
    }
    return known.get(index);
  }

  private List<TermPart> partsFrom(int index) {
    List<TermPart> parts = new ArrayList<>(Compounds.MOST_PARTS);
    parts.add(words.get(index));
    StringBuilder joined = new StringBuilder(steps.get(index).word.folded());
    for (int next = index + 1; next < index + Compounds.MOST_PARTS && joinable(next); next++) {
      joined.append(steps.get(next).word.folded());
      parts.add(TermPart.of(next + 1 - index, joined.toString(), comparison(next + 1)));
    }
    return parts;
  }

  /** How a part is compared that ends before this index. */
  private Comparison comparison(int after) {
    return switch (kind) {
      case WORDS -> Comparison.COMPOUND;
      case EXACT -> Comparison.WORD;
      case PREFIX -> after == steps.size() ? Comparison.PREFIX : Comparison.COMPOUND;
    };
  }

  /** Whether the word at this index may be read as one with the word before it. */
  private boolean joinable(int index) {
    return kind != Term.Kind.EXACT
        && index < steps.size()
        && steps.get(index).written.isEmpty()
        && steps.get(index - 1).written.isEmpty()
        && Compounds.joinable(steps.get(index - 1).word, steps.get(index).word);
  }

  private long[] distinctKeys(int most) {
    int furthest = Math.min(words.size(), most + Compounds.MOST_PARTS - 1);
    if (joinsPlainly(furthest)) {
      return plainKeys(most, furthest);
    }
    List<List<TermPart>> parts = new ArrayList<>(most);
    for (int index = 0; index < most; index++) {
      parts.add(partsFrom(index));
    }
    return withKeys(new long[0], parts, 0, NGramKey.EMPTY);
  }

  /**
   * Whether the stem of every compound among the words before this index is their stems in a row.
   */
  private boolean joinsPlainly(int end) {
    for (int index = 1; index < end; index++) {
      boolean plainly = words.get(index - 1).joins().plain() && words.get(index).joins().settled();
      if (!plainly && joinable(index)) {
        return false;
      }
    }
    return true;
  }

  /** Then all that matters is where the first words may end: a compound may go on a bit further. */
  private long[] plainKeys(int most, int furthest) {
    NGramKey key = NGramKey.EMPTY;
    for (int index = 0; index < most; index++) {
      key = key.then(words.get(index).key());
    }
    long[] keys = {key.hash()};
    for (int next = most; next < furthest && joinable(next); next++) {
      key = key.then(words.get(next).key());
      keys = with(keys, key.hash());
    }
    return keys;
  }

  private static long[] withKeys(
      long[] known, List<List<TermPart>> parts, int index, NGramKey before) {
    if (index >= parts.size()) {
      return with(known, before.hash());
    }
    long[] keys = known;
    for (TermPart part : parts.get(index)) {
      keys = withKeys(keys, parts, index + part.words(), before.then(part.key()));
    }
    return keys;
  }

  private static long[] with(long[] keys, long key) {
    for (long known : keys) {
      if (known == key) {
        return keys;
      }
    }
    long[] more = Arrays.copyOf(keys, keys.length + 1);
    more[keys.length] = key;
    return more;
  }
}
