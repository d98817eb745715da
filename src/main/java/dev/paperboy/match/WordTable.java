package dev.paperboy.match;

import dev.paperboy.paper.Paper;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.Link;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Every word of a batch's titles and abstracts by its position, and where each {@link NGrams run of
 * stems} and each folded word stands. Words that stand next to each other have neighbouring
 * positions; the first word of a field or a sentence has {@link Link#BREAK}. Not changed after it
 * was made.
 */
final class WordTable {

  /** A title or an abstract. */
  record Source(int paper, Field field, String text) {}

  /** A folded word, once for all its positions. */
  private record Entry(TermPart word, Positions positions) {

    String folded() {
      return word.text();
    }
  }

  private static final Link[] LINKS = Link.values();

  private final Lexicon lexicon;
  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final NGrams ngrams = new NGrams();
  private Entry[] words = new Entry[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] sourceOf = new int[256];
  private byte[] links = new byte[256];
  private int size;
  private final NavigableMap<String, Entry> alphabetical;

  /**
   * @param lexicon may know the words from another batch
   */
  WordTable(List<Paper> papers, Lexicon lexicon) {
    this.lexicon = lexicon;
    for (int paper = 0; paper < papers.size(); paper++) {
      add(new Source(paper, Field.TITLE, papers.get(paper).title()));
      add(new Source(paper, Field.ABSTRACT, papers.get(paper).abstractText()));
    }
    alphabetical = new TreeMap<>(entries);
    for (int position = size - 1; position >= 0; position--) {
      addRuns(position);
    }
  }

  private void add(Source source) {
    int number = sources.size();
    sources.add(source);
    for (Word word : WordScanner.words(source.text())) {
      if (size == words.length) {
        grow();
      }
      words[size] = entries.computeIfAbsent(word.folded(), this::entry);
      words[size].positions.add(size);
      starts[size] = word.start();
      ends[size] = word.end();
      links[size] = (byte) word.link().ordinal();
      sourceOf[size++] = number;
    }
  }

  private Entry entry(String folded) {
    return new Entry(lexicon.word(folded), new Positions());
  }

  private void grow() {
    words = Arrays.copyOf(words, size * 2);
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    sourceOf = Arrays.copyOf(sourceOf, size * 2);
    links = Arrays.copyOf(links, size * 2);
  }

  /** The runs that begin here, and what they are when read as one word. */
  private void addRuns(int position) {
    NGramKey key = words[position].word.key();
    ngrams.add(key.hash(), position);
    boolean joinable = true;
    for (int length = 2; length <= NGrams.MOST_WORDS; length++) {
      int last = position + length - 1;
      if (!continues(last)) {
        return;
      }
      key = key.then(words[last].word.key());
      ngrams.add(key.hash(), position);
      joinable = joinable && joinable(last);
      if (joinable) {
        addCompound(position, last, key);
      }
    }
  }

  private void addCompound(int first, int last, NGramKey key) {
    if (joinsPlainly(first, last)) {
      ngrams.addCompound(key.hash(), last - first + 1);
      return;
    }
    StringBuilder joined = new StringBuilder();
    for (int position = first; position <= last; position++) {
      joined.append(word(position));
    }
    long compound = NGramKey.of(Stem.of(joined.toString())).hash();
    ngrams.addCompound(compound, last - first + 1);
    if (compound != key.hash()) {
      ngrams.add(compound, first);
    }
  }

  /** Whether the stem of the compound is the stems of its words in a row. */
  private boolean joinsPlainly(int first, int last) {
    for (int position = first; position < last; position++) {
      if (!words[position].word.joins().plain()) {
        return false;
      }
    }
    return words[last].word.joins().settled();
  }

  private boolean joinable(int position) {
    return Compounds.joinable(word(position - 1), word(position), link(position));
  }

  NGrams ngrams() {
    return ngrams;
  }

  String word(int position) {
    return words[position].folded();
  }

  String stem(int position) {
    return words[position].word.stem();
  }

  /** The key of the word's stem. */
  long key(int position) {
    return words[position].word.key().hash();
  }

  Source source(int position) {
    return sources.get(sourceOf[position]);
  }

  /** Offset of the word's first character in its source. */
  int start(int position) {
    return starts[position];
  }

  /** Offset after the word's last character. */
  int end(int position) {
    return ends[position];
  }

  /** Whether a phrase can go on at this position. */
  boolean continues(int position) {
    return position < size && link(position) != Link.BREAK;
  }

  /** Whether so many words from here on may be read as one. */
  boolean joinable(int position, int length) {
    for (int next = position + 1; next < position + length; next++) {
      if (!continues(next) || !joinable(next)) {
        return false;
      }
    }
    return true;
  }

  private Link link(int position) {
    return LINKS[links[position]];
  }

  /** Every position of this folded word. */
  void withWord(String folded, IntConsumer action) {
    Entry entry = entries.get(folded);
    if (entry != null) {
      entry.positions.forEach(action);
    }
  }

  /** Every position of a folded word that begins so. */
  void beginningWith(String prefix, IntConsumer action) {
    for (Entry entry : alphabetical.tailMap(prefix).values()) {
      if (!entry.folded().startsWith(prefix)) {
        return;
      }
      entry.positions.forEach(action);
    }
  }
}
