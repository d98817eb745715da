package dev.paperboy.bench;

import dev.paperboy.interest.Criteria;
import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * How the pairs of two matchers differ. Ours may have more, where a compound is written in another
 * way in the paper ({@code fine-tuning}, {@code finetuning}); anything else is an error of one.
 *
 * @param same pairs that both have
 * @param compounds pairs that ours has more, all their words being another spelling of a compound
 * @param others pairs that ours has more for no such reason
 * @param missing pairs that ours lacks
 * @param examples some of the differences, in words
 */
record Agreement(int same, int compounds, int others, int missing, List<String> examples) {

  private static final int MOST_EXAMPLES = 4;

  Agreement {
    examples = List.copyOf(examples);
  }

  static Agreement of(List<String> terms, PaperBatch batch, Pairs ours, Pairs theirs) {
    List<String> compounds = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (long pair : ours.without(theirs)) {
      String term = terms.get(Pairs.term(pair));
      Paper paper = batch.papers().get(Pairs.paper(pair));
      List<String> found = words(term, paper, batch);
      boolean compound = found.stream().noneMatch(words -> stems(words).equals(stems(term)));
      (compound ? compounds : others).add(term + " -> " + String.join(", ", found));
    }
    List<String> missing = new ArrayList<>();
    for (long pair : theirs.without(ours)) {
      String title = batch.papers().get(Pairs.paper(pair)).title();
      missing.add(terms.get(Pairs.term(pair)) + " in " + title);
    }
    List<String> examples = new ArrayList<>();
    addExamples(examples, "compound", compounds);
    addExamples(examples, "only ours", others);
    addExamples(examples, "only Lucene", missing);
    int more = compounds.size() + others.size();
    return new Agreement(
        ours.size() - more, compounds.size(), others.size(), missing.size(), examples);
  }

  /** Whether nothing but compounds differs. */
  boolean holds() {
    return others == 0 && missing == 0;
  }

  @Override
  public String toString() {
    return "%,d pairs the same; %,d more of ours by compound spellings, %,d otherwise; %,d missing"
            .formatted(same, compounds, others, missing)
        + String.join("", examples.stream().map(example -> "\n  " + example).toList());
  }

  private static void addExamples(List<String> examples, String kind, List<String> all) {
    int step = Math.max(1, all.size() / MOST_EXAMPLES);
    for (int i = 0; i < all.size() && i / step < MOST_EXAMPLES; i += step) {
      examples.add(kind + ": " + all.get(i));
    }
  }

  private static List<String> words(String term, Paper paper, PaperBatch batch) {
    Criteria criteria = TermCriteria.of(term);
    return batch.matches(criteria).stream()
        .filter(match -> match.paper().equals(paper))
        .flatMap(match -> match.hits().stream())
        .map(hit -> written(paper, hit))
        .distinct()
        .toList();
  }

  private static String written(Paper paper, Hit hit) {
    String text = hit.field() == Field.TITLE ? paper.title() : paper.abstractText();
    return text.substring(hit.start(), hit.end());
  }

  private static List<String> stems(String text) {
    return WordScanner.words(text).stream().map(Word::folded).map(Stem::of).toList();
  }
}
