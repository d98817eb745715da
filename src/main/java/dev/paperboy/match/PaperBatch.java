package dev.paperboy.match;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Term;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Vocabulary;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Some papers, analysed once, that interests are held against. Remembers the answer to each
 * distinct criteria. Threads may share it.
 *
 * <p>What a term meets: see the package. How a score comes about: {@link Scorer}.
 */
public final class PaperBatch {

  /** Room for the interests of many readers from the start: to grow is what costs a map most. */
  private static final int MANY = 1 << 16;

  /** Room for the interests of one reader. */
  private static final int FEW = 1 << 8;

  private final List<Paper> papers;
  private final Evaluator evaluator;
  private final SameWork works;
  private final List<Integer> talkedAbout;
  private final int room;
  private final Map<Criteria, Matches> answers;

  /** By hash; what only one reader asks for is found again sooner than it is remembered. */
  private final KeyFilter asked;

  private final Map<Term, BitSet> mentions = new ConcurrentHashMap<>();

  /**
   * @param analyzer reads the terms, and knows what is rare
   */
  public PaperBatch(List<Paper> papers, Analyzer analyzer) {
    this.papers = List.copyOf(papers);
    this.evaluator = new Evaluator(this.papers, analyzer);
    this.works = new SameWork(this.papers);
    this.talkedAbout = talkedAbout(this.papers);
    this.room = MANY;
    this.answers = new ConcurrentHashMap<>(MANY);
    this.asked = new KeyFilter(2 * MANY);
  }

  private PaperBatch(PaperBatch analysed) {
    this.papers = analysed.papers;
    this.evaluator = analysed.evaluator;
    this.works = analysed.works;
    this.talkedAbout = analysed.talkedAbout;
    this.room = FEW;
    this.answers = new ConcurrentHashMap<>();
    this.asked = new KeyFilter(2 * FEW);
  }

  /** A batch that stands for itself: nothing is known about words but what these papers teach. */
  public PaperBatch(List<Paper> papers) {
    this(papers, new Analyzer(Vocabulary.of(papers)));
  }

  /**
   * The same papers, not analysed again, for one reader: remembers nothing of what others ask, and
   * what it remembers goes with it.
   */
  public PaperBatch forOneReader() {
    return new PaperBatch(this);
  }

  /** The papers, in the order given. */
  public List<Paper> papers() {
    return papers;
  }

  /**
   * The papers that meet the criteria, best first; ties in the order of the batch. All terms, also
   * those of {@code not}, are looked up in the part the criteria name. What is asked for twice is
   * remembered.
   */
  public Matches matches(Criteria criteria) {
    if (asked.add(criteria.hashCode())) {
      return evaluator.evaluate(criteria);
    }
    Matches known = answers.get(criteria);
    if (known != null) {
      return known;
    }
    Matches found = evaluator.evaluate(criteria);
    if (found.isEmpty() && answers.size() > room) {
      return found; // The filter is full of what few ask for, and so might be the memory.
    }
    Matches other = answers.putIfAbsent(criteria, found);
    return other == null ? found : other;
  }

  /** The papers with the term anywhere, by their index; not to be changed by who asks. */
  public BitSet mentioning(Term term) {
    return mentions.computeIfAbsent(term, key -> evaluator.find(key).papers(Scope.ANYWHERE));
  }

  /** The papers with votes or comments, by index, those with the most first. */
  public List<Integer> talkedAbout() {
    return talkedAbout;
  }

  /** Adds the paper to a set of indexes, and every other paper that is the same work. */
  public void closeWork(int paper, BitSet indexes) {
    works.addTo(indexes, paper);
  }

  /** How many works these papers are. */
  public int works(BitSet indexes) {
    return works.count(indexes);
  }

  private static List<Integer> talkedAbout(List<Paper> papers) {
    return IntStream.range(0, papers.size())
        .filter(index -> attention(papers.get(index)) > 0)
        .boxed()
        .sorted(Comparator.comparing(index -> -attention(papers.get(index))))
        .toList();
  }

  private static long attention(Paper paper) {
    return (long) paper.popularity().votes() + paper.popularity().comments();
  }
}
