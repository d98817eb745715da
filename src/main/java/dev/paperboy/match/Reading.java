package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.TermPart.Comparison;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
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

    /** The words, each in any form. */
    static List<Step> each(List<Word> words) {
      Step[] steps = new Step[words.size()];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = new Step(words.get(i));
      }
      return List.of(steps);
    }
  }

  private final Term.Kind kind;
  private final TermPart[] words;

  /** A bit for each of the first 64 words that may be read as one with the word before it. */
  private final long joinable;

  /** The keys of its words, then those it is found by, side by side for the processor's sake. */
  private final long[] keys;

  /** Made when a walk asks for it, perhaps by two threads at once; few readings are walked. */
  private volatile @Nullable List<List<TermPart>> parts;

  Reading(Term.Kind kind, List<Step> steps, Lexicon lexicon) {
    this.kind = kind;
    this.words = new TermPart[steps.size()];
    long[] wordKeys = new long[words.length];
    long joinable = 0;
    for (int index = 0; index < words.length; index++) {
      Step step = steps.get(index);
      TermPart word = lexicon.word(step.word.folded());
      words[index] =
          step.written.isEmpty()
              ? word.compared(comparison(index + 1))
              : word.writtenAs(step.written);
      wordKeys[index] = word.key().hash();
      joinable |= joins(index, steps) ? 1L << index : 0;
    }
    this.joinable = joinable;
    this.keys = keys(wordKeys, Math.min(words.length, NGrams.MOST_WORDS));
  }

  /** How many words it has. */
  int size() {
    return words.length;
  }

  /** The key of the word at this index. */
  long wordKey(int index) {
    return keys[index];
  }

  /** The word at this index, alone. */
  TermPart word(int index) {
    return words[index];
  }

  /** How many papers of the archive may have it: no more than have its rarest word. */
  int papers() {
    int fewest = Integer.MAX_VALUE;
    for (TermPart word : words) {
      fewest = Math.min(fewest, word.traits().papers());
    }
    return fewest;
  }

  /** Whether its last word is only the beginning of what it meets. */
  boolean isPrefix() {
    return kind == Term.Kind.PREFIX;
  }

  /**
   * Gives what its first words, or a few more where those are part of a compound, are found by in
   * {@link NGrams}: one key for each way to read neighbours as one word, as far as they differ.
   *
   * @param first how many words, up to {@link NGrams#MOST_WORDS}
   */
  void keys(int first, LongConsumer action) {
    boolean usual = first == Math.min(words.length, NGrams.MOST_WORDS);
    long[] wanted = usual ? keys : keys(Arrays.copyOf(keys, words.length), first);
    for (int i = words.length; i < wanted.length; i++) {
      action.accept(wanted[i]);
    }
  }

  /** The parts that begin at this word: the word alone, then with those after it. */
  List<TermPart> partsAt(int index) {
    List<List<TermPart>> known = parts;
    if (known == null) {
      known = IntStream.range(0, words.length).mapToObj(this::partsFrom).toList();
      parts = known;
    }
    return known.get(index);
  }

  private List<TermPart> partsFrom(int index) {
    List<TermPart> parts = new ArrayList<>(Compounds.MOST_PARTS);
    parts.add(words[index]);
    for (int last = index + 1; last < index + Compounds.MOST_PARTS && joinable(last); last++) {
      parts.add(TermPart.of(last + 1 - index, joined(index, last), comparison(last + 1)));
    }
    return parts;
  }

  private String joined(int first, int last) {
    StringBuilder joined = new StringBuilder();
    for (int index = first; index <= last; index++) {
      joined.append(words[index].text());
    }
    return joined.toString();
  }

  /** How a part is compared that ends before this index. */
  private Comparison comparison(int after) {
    return switch (kind) {
      case WORDS -> Comparison.COMPOUND;
      case EXACT -> Comparison.WORD;
      case PREFIX -> after == words.length ? Comparison.PREFIX : Comparison.COMPOUND;
    };
  }

  private boolean joinable(int index) {
    return index < Math.min(words.length, Long.SIZE) && (joinable & 1L << index) != 0;
  }

  /** Whether the word at this index may be read as one with the word before it. */
  private boolean joins(int index, List<Step> steps) {
    return kind != Term.Kind.EXACT
        && index > 0
        && steps.get(index).written.isEmpty()
        && steps.get(index - 1).written.isEmpty()
        && Compounds.joinable(
            words[index - 1].text(),
            words[index].text(),
            steps.get(index).word.link(),
            words[index - 1].traits().function() || words[index].traits().function());
  }

  private long[] keys(long[] wordKeys, int most) {
    int furthest = Math.min(words.length, most + Compounds.MOST_PARTS - 1);
    for (int index = 0; joinable != 0 && index < furthest; index++) {
      if (!words[index].traits().plain()) {
        return withKeys(wordKeys, 0, most, NGramKey.EMPTY);
      }
    }
    return plainKeys(wordKeys, most, furthest);
  }

  /** All that matters is where the first words may end: a compound may go on a bit further. */
  private long[] plainKeys(long[] wordKeys, int most, int furthest) {
    NGramKey key = NGramKey.EMPTY;
    for (int index = 0; index < most; index++) {
      key = key.then(words[index].key());
    }
    long[] keys = Arrays.copyOf(wordKeys, words.length + 1);
    keys[words.length] = key.hash();
    for (int next = most; next < furthest && joinable(next); next++) {
      key = key.then(words[next].key());
      keys = with(keys, key.hash());
    }
    return keys;
  }

  /** The keys that go on at this word, which is read alone, then as one with those after it. */
  private long[] withKeys(long[] known, int index, int most, NGramKey before) {
    if (index >= most) {
      return with(known, before.hash());
    }
    NGramKey key = before.then(words[index].key());
    long[] keys = withKeys(known, index + 1, most, key);
    NGramKey apart = words[index].key();
    CompoundFront front = CompoundFront.of(words[index]);
    for (int last = index + 1; last < index + Compounds.MOST_PARTS && joinable(last); last++) {
      int end = last;
      NGramKey compound = front.with(words[last], () -> joined(index, end));
      apart = apart.then(words[last].key());
      // Where this is the same, it leads to the same keys.
      if (last >= most || compound.hash() != apart.hash()) {
        keys = withKeys(keys, last + 1, most, before.then(compound));
      }
      front = front.then(words[last]);
    }
    return keys;
  }

  private long[] with(long[] keys, long key) {
    for (int i = words.length; i < keys.length; i++) {
      if (keys[i] == key) {
        return keys;
      }
    }
    long[] more = Arrays.copyOf(keys, keys.length + 1);
    more[keys.length] = key;
    return more;
  }
}
