package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.Reading.Step;
import dev.paperboy.paper.Vocabulary;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what a term is looked up as, with what the archive has taught about words. Remembers the
 * terms that many readers share, from batch to batch. Threads may share it.
 */
public final class Analyzer {

  private static final int REMEMBERED = 1 << 16;

  private final Vocabulary vocabulary;
  private final Expansions expansions;
  private final Lexicon lexicon;
  private final Map<Term, TermPattern> patterns = new ConcurrentHashMap<>(REMEMBERED);

  /** By hash; most of the terms that only one reader has need no look into the patterns. */
  private final KeyFilter remembered = new KeyFilter(REMEMBERED);

  private volatile @Nullable NearbyTerms nearby;

  public Analyzer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.lexicon = new Lexicon(vocabulary);
    this.expansions = new Expansions(vocabulary.abbreviations(), lexicon);
  }

  /** What it was made with. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** Made for who asks first, as few runs need it; it sorts all words of the archive. */
  NearbyTerms nearby() {
    NearbyTerms known = nearby;
    if (known == null) {
      known = new NearbyTerms(vocabulary);
      nearby = known;
    }
    return known;
  }

  TermPattern pattern(Term term) {
    int hash = term.hashCode();
    TermPattern known = remembered.mayHold(hash) ? patterns.get(term) : null;
    if (known != null) {
      return known;
    }
    TermPattern pattern = analyse(term);
    if (patterns.size() < REMEMBERED) {
      patterns.put(term, pattern);
      remembered.add(hash);
    }
    return pattern;
  }

  /**
   * The ways to write a term, its own words first, then those with an abbreviation in the place of
   * what it stands for: for who looks terms up in another way and is to find the same.
   *
   * @return empty for a term that meets nothing
   */
  public List<List<TermWord>> waysToWrite(Term term) {
    String text = term.text().strip();
    List<Word> words = WordScanner.words(text);
    return meetsNothing(term, words)
        ? List.of()
        : ways(term, text, words).stream()
            .map(
                way -> way.stream().map(step -> new TermWord(step.word(), step.written())).toList())
            .toList();
  }

  private List<List<Step>> ways(Term term, String text, List<Word> words) {
    return term.kind() == Term.Kind.WORDS ? expansions.of(text, words) : List.of(Step.each(words));
  }

  private static boolean meetsNothing(Term term, List<Word> words) {
    return words.isEmpty() || words.size() > Term.MOST_WORDS || isShortPrefix(term.kind(), words);
  }

  private TermPattern analyse(Term term) {
    String text = term.text().strip();
    List<Word> words = WordScanner.words(text);
    if (meetsNothing(term, words)) {
      return new TermPattern(term.kind(), text, List.of(), 0, 0);
    }
    List<List<Step>> ways = ways(term, text, words);
    Reading[] readings = new Reading[ways.size()];
    for (int i = 0; i < readings.length; i++) {
      readings[i] = new Reading(term.kind(), ways.get(i), lexicon);
    }
    return new TermPattern(
        term.kind(),
        text,
        List.of(readings),
        words.get(0).start(),
        words.get(words.size() - 1).end());
  }

  private static boolean isShortPrefix(Term.Kind kind, List<Word> words) {
    return kind == Term.Kind.PREFIX
        && words.stream().mapToInt(word -> word.folded().length()).sum() < Term.SHORTEST_PREFIX;
  }
}
