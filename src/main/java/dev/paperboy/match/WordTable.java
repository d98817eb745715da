package dev.paperboy.match;

import dev.paperboy.paper.Paper;
import dev.paperboy.text.Link;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The inverted table: every word of a batch's titles and abstracts by its position, and the
 * positions of every stem and of every folded word. Words that stand next to each other have
 * neighbouring positions; the first word of a field or a sentence has {@link Link#BREAK}.
 */
final class WordTable {

  /** A title or an abstract. */
  record Source(int paper, Field field, String text) {}

  private final List<Word> words = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<String> stems = new ArrayList<>();
  private final Map<String, String> stemOf = new HashMap<>();
  private final Map<String, Positions> byStem = new HashMap<>();
  private final Map<String, Positions> byFolded = new HashMap<>();
  private final NavigableMap<String, Positions> alphabetical;

  WordTable(List<Paper> papers) {
    for (int paper = 0; paper < papers.size(); paper++) {
      add(new Source(paper, Field.TITLE, papers.get(paper).title()));
      add(new Source(paper, Field.ABSTRACT, papers.get(paper).abstractText()));
    }
    alphabetical = new TreeMap<>(byFolded);
  }

  private void add(Source source) {
    for (Word word : WordScanner.words(source.text())) {
      String stem = stemOf.computeIfAbsent(word.folded(), Stem::of);
      byStem.computeIfAbsent(stem, key -> new Positions()).add(words.size());
      byFolded.computeIfAbsent(word.folded(), key -> new Positions()).add(words.size());
      words.add(word);
      sources.add(source);
      stems.add(stem);
    }
  }

  Word word(int position) {
    return words.get(position);
  }

  Source source(int position) {
    return sources.get(position);
  }

  String stem(int position) {
    return stems.get(position);
  }

  /** Whether a phrase can go on at this position. */
  boolean continues(int position) {
    return position < words.size() && words.get(position).link() != Link.BREAK;
  }

  /** The neighbours from here on; empty where the text ends before. */
  List<Word> run(int position, int length) {
    for (int i = 1; i < length; i++) {
      if (!continues(position + i)) {
        return List.of();
      }
    }
    return words.subList(position, position + length);
  }

  void withStem(String stem, IntConsumer action) {
    Positions positions = byStem.get(stem);
    if (positions != null) {
      positions.forEach(action);
    }
  }

  void withWord(String folded, IntConsumer action) {
    Positions positions = byFolded.get(folded);
    if (positions != null) {
      positions.forEach(action);
    }
  }

  void beginningWith(String prefix, IntConsumer action) {
    for (Map.Entry<String, Positions> entry : alphabetical.tailMap(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        return;
      }
      entry.getValue().forEach(action);
    }
  }
}
