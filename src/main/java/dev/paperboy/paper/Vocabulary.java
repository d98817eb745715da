package dev.paperboy.paper;

import java.util.Collection;
import java.util.Map;

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

  /** What these papers teach, without a store. */
  public static Vocabulary of(Collection<Paper> papers) {
    Lesson lesson = new Lesson();
    papers.forEach(paper -> lesson.add(paper.title(), paper.abstractText()));
    return new Vocabulary(
        lesson.papers(),
        Map.copyOf(lesson.papersByStem()),
        Dominance.among(lesson.papersByDefinition()));
  }
}
