package dev.paperboy.match;

import dev.paperboy.paper.Paper;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.Link;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Every word of a batch's titles and abstracts by its position, and where each {@link NGrams run of
 * stems} and each folded word stands. Words that stand next to each other have neighbouring
 * positions; the first word of a field or a sentence has {@link Link#BREAK}. Not changed after it
 * was made.
 */
final class WordTable {

  /** A title or an abstract. */
  record Source(int paper, Field field, String text) {}

  private static final Link[] LINKS = Link.values();

  private final Lexicon lexicon;
  private final List<Source> sources = new ArrayList<>();
  private final NGrams ngrams;
  private TermPart[] words = new TermPart[256];

  /** The keys of the words' stems, side by side: every find is checked against them. */
  private long[] keys = new long[256];

  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] sourceOf = new int[256];
  private byte[] links = new byte[256];
  private int size;

  /** Made when a prefix asks for it, perhaps by two threads at once; many batches meet none. */
  private volatile @Nullable NavigableMap<String, Positions> alphabetical;

  /**
   * @param lexicon may know the words from another batch
   */
  WordTable(List<Paper> papers, Lexicon lexicon) {
    this.lexicon = lexicon;
    for (int paper = 0; paper < papers.size(); paper++) {
      add(new Source(paper, Field.TITLE, papers.get(paper).title()));
      add(new Source(paper, Field.ABSTRACT, papers.get(paper).abstractText()));
    }
    ngrams = new NGrams(size);
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
      words[size] = lexicon.word(word.folded());
      keys[size] = words[size].key().hash();
      starts[size] = word.start();
      ends[size] = word.end();
      links[size] = (byte) word.link().ordinal();
      sourceOf[size++] = number;
    }
  }

  private void grow() {
    words = Arrays.copyOf(words, size * 2);
    keys = Arrays.copyOf(keys, size * 2);
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    sourceOf = Arrays.copyOf(sourceOf, size * 2);
    links = Arrays.copyOf(links, size * 2);
  }

  /** The runs that begin here, and what they are when read as one word. */
  private void addRuns(int position) {
    TermPart word = words[position];
    NGramKey key = word.key();
    ngrams.add(key.hash(), position);
    CompoundFront front = CompoundFront.of(word);
    boolean joinable = true;
    for (int length = 2; length <= NGrams.MOST_WORDS; length++) {
      int last = position + length - 1;
      if (!continues(last)) {
        return;
      }
      word = words[last];
      key = key.then(word.key());
      ngrams.add(key.hash(), position);
      joinable = joinable && joinable(last);
      if (joinable) {
        NGramKey compound = front.with(word, () -> joined(position, last));
        ngrams.addCompound(compound.hash(), length);
        if (compound.hash() != key.hash()) {
          ngrams.add(compound.hash(), position);
        }
        front = front.then(word);
      }
    }
  }

  /** The folded words at these positions, the last one included, as one. */
  String joined(int first, int last) {
    StringBuilder joined = new StringBuilder();
    for (int position = first; position <= last; position++) {
      joined.append(word(position));
    }
    return joined.toString();
  }

  private boolean joinable(int position) {
    TermPart left = words[position - 1];
    TermPart right = words[position];
    boolean function = left.traits().function() || right.traits().function();
    return Compounds.joinable(left.text(), right.text(), link(position), function);
  }

  NGrams ngrams() {
    return ngrams;
  }

  String word(int position) {
    return words[position].text();
  }

  String stem(int position) {
    return words[position].stem();
  }

  /** The key of the word's stem. */
  long key(int position) {
    return keys[position];
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
    Positions positions = alphabetical().get(folded);
    if (positions != null) {
      positions.forEach(action);
    }
  }

  /** Every position of a folded word that begins so. */
  void beginningWith(String prefix, IntConsumer action) {
    for (Map.Entry<String, Positions> entry : alphabetical().tailMap(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        return;
      }
      entry.getValue().forEach(action);
    }
  }

  private NavigableMap<String, Positions> alphabetical() {
    NavigableMap<String, Positions> known = alphabetical;
    if (known == null) {
      known = new TreeMap<>();
      for (int position = 0; position < size; position++) {
        known.computeIfAbsent(word(position), key -> new Positions()).add(position);
      }
      alphabetical = known;
    }
    return known;
  }
}
