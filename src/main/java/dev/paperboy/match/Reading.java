package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.TermPart.Comparison;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
  private final List<TermPart> words = new ArrayList<>();
  private final long[] keys;

  Reading(Term.Kind kind, List<Step> steps) {
    this.kind = kind;
    this.steps = steps;
    for (int index = 0; index < steps.size(); index++) {
      words.add(word(steps.get(index), index + 1));
    }
    boolean lookedUp = steps.size() <= NGrams.MOST_WORDS && kind != Term.Kind.PREFIX;
    this.keys = lookedUp ? distinctKeys() : new long[0];
  }

  /** How many words it has. */
  int size() {
    return words.size();
  }

  /** The word at this index, alone. */
  TermPart word(int index) {
    return words.get(index);
  }

  /**
   * What the whole reading is found by in {@link NGrams}: one key for each way to read neighbours
   * as one word, as far as they differ. None where it is too long for that, or a prefix.
   */
  long[] keys() {
    return keys;
  }

  /** The parts that begin at this word: the word alone, then with those after it. */
  List<TermPart> partsAt(int index) {
    List<TermPart> parts = new ArrayList<>(Compounds.MOST_PARTS);
    parts.add(words.get(index));
    StringBuilder joined = new StringBuilder(steps.get(index).word.folded());
    for (int next = index + 1; next < index + Compounds.MOST_PARTS && joinable(next); next++) {
      joined.append(steps.get(next).word.folded());
      parts.add(TermPart.of(next + 1 - index, joined.toString(), comparison(next + 1)));
    }
    return parts;
  }

  private TermPart word(Step step, int after) {
    String folded = step.word.folded();
    if (step.written.isEmpty()) {
      return TermPart.of(1, folded, comparison(after));
    }
    TermPart any = TermPart.of(1, folded, Comparison.WRITTEN);
    return new TermPart(1, step.written, any.stem(), any.key(), Comparison.WRITTEN);
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

  private long[] distinctKeys() {
    if (words.size() == 1) {
      return new long[] {words.get(0).key().hash()};
    }
    Set<Long> distinct = new TreeSet<>();
    collectKeys(0, NGramKey.EMPTY, distinct);
    return distinct.stream().mapToLong(Long::longValue).toArray();
  }

  private void collectKeys(int index, NGramKey before, Set<Long> into) {
    if (index == words.size()) {
      into.add(before.hash());
      return;
    }
    for (TermPart part : partsAt(index)) {
      collectKeys(index + part.words(), before.then(part.key()), into);
    }
  }
}
