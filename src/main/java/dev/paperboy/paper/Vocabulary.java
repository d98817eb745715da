package dev.paperboy.paper;

import dev.paperboy.text.Stem;
import dev.paperboy.text.WordScanner;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the archive teaches about words. Immutable.
 *
 * @param papers how many papers it was learned from
 * @param papersByStem how many of them have a word with this stem in title or abstract
 * @param abbreviations those that clearly stand for one thing
 */
public record Vocabulary(
    int papers, Map<String, Integer> papersByStem, Abbreviations abbreviations) {

  /** Nothing learned yet. */
  public static final Vocabulary EMPTY = new Vocabulary(0, Map.of(), Abbreviations.NONE);

  /** How many papers have a word with this stem. */
  public int papersWith(String stem) {
    return papersByStem.getOrDefault(stem, 0);
  }

  /** What these papers alone teach. */
  public static Vocabulary of(Collection<Paper> papers) {
    Map<String, Integer> papersByStem = new HashMap<>();
    for (Paper paper : papers) {
      Stream.of(paper.title(), paper.abstractText())
          .flatMap(text -> WordScanner.words(text).stream())
          .map(word -> Stem.of(word.folded()))
          .distinct()
          .forEach(stem -> papersByStem.merge(stem, 1, Integer::sum));
    }
    return new Vocabulary(papers.size(), papersByStem, Abbreviations.NONE);
  }
}
