package dev.paperboy.match;

import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
  private final NavigableMap<String, Positions> byFolded = new TreeMap<>();

  WordTable(List<Paper> papers) {
    for (int paper = 0; paper < papers.size(); paper++) {
      add(new Source(paper, Field.TITLE, papers.get(paper).title()));
      add(new Source(paper, Field.ABSTRACT, papers.get(paper).abstractText()));
    }
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

  IntStream withStem(String stem) {
    Positions positions = byStem.get(stem);
    return positions == null ? IntStream.empty() : positions.stream();
  }

  IntStream withWord(String folded) {
    Positions positions = byFolded.get(folded);
    return positions == null ? IntStream.empty() : positions.stream();
  }

  IntStream beginningWith(String prefix) {
    return byFolded.tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .flatMapToInt(entry -> entry.getValue().stream());
  }
}
