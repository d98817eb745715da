package dev.paperboy.match;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Term;
import dev.paperboy.match.Occurrences.Place;
import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some papers, analysed once, that interests are held against. Remembers the answer to each
 * distinct criteria and term. Not for use by several threads at once.
 *
 * <p>What a term meets: see the package. How a score comes about: {@link Scorer}.
 */
public final class PaperBatch {

  private final List<Paper> papers;
  private final TermFinder finder;
  private final Scorer scorer;
  private final Map<Term, Occurrences> terms = new HashMap<>();
  private final Map<Criteria, List<Match>> answers = new HashMap<>();
  private final Map<Term, Set<Paper>> mentions = new HashMap<>();

  public PaperBatch(List<Paper> papers) {
    this.papers = List.copyOf(papers);
    this.finder = new TermFinder(new WordTable(this.papers));
    this.scorer = new Scorer(this.papers.size());
  }

  /** The papers, in the order given. */
  public List<Paper> papers() {
    return papers;
  }

  /**
   * The papers that meet the criteria, best first; ties in the order of the batch. All terms, also
   * those of {@code not}, are looked up in the part the criteria name. Asked again, it returns the
   * same unmodifiable list.
   */
  public List<Match> matches(Criteria criteria) {
    List<Match> known = answers.get(criteria);
    if (known == null) {
      known = evaluate(criteria);
      answers.put(criteria, known);
    }
    return known;
  }

  /** The papers with the term anywhere, in the order of the batch: what a mute hides. */
  public Set<Paper> mentioning(Term term) {
    return mentions.computeIfAbsent(
        term,
        key ->
            occurrences(key).papers(Scope.ANYWHERE).stream()
                .mapToObj(papers::get)
                .collect(
                    Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new),
                        Collections::unmodifiableSet)));
  }

  private List<Match> evaluate(Criteria criteria) {
    BitSet meeting = meeting(criteria);
    if (meeting.isEmpty()) {
      return List.of();
    }
    Map<Integer, Evidence> evidence = new TreeMap<>();
    distinctTerms(criteria)
        .forEach((found, term) -> collect(term, found, meeting, criteria.in(), evidence));
    List<Match> matches = new ArrayList<>();
    evidence.forEach(
        (paper, found) ->
            matches.add(new Match(papers.get(paper), found.score(scorer), found.hits())));
    matches.sort(Comparator.comparingDouble(Match::score).reversed());
    return List.copyOf(matches);
  }

  private void collect(
      Term term, Occurrences found, BitSet among, Scope scope, Map<Integer, Evidence> evidence) {
    int papersWithTerm = found.papers(Scope.ANYWHERE).cardinality();
    Map<Integer, List<Place>> byPaper =
        found.places().stream()
            .filter(place -> among.get(place.paper()) && place.within(scope))
            .collect(Collectors.groupingBy(Place::paper));
    byPaper.forEach(
        (paper, places) ->
            evidence
                .computeIfAbsent(paper, key -> new Evidence())
                .add(term, places, scorer.term(places, papersWithTerm)));
  }

  private BitSet meeting(Criteria criteria) {
    BitSet meeting = new BitSet();
    if (criteria.any().isEmpty()) {
      criteria.all().stream().limit(1).forEach(term -> meeting.or(papers(term, criteria)));
    }
    criteria.any().forEach(term -> meeting.or(papers(term, criteria)));
    criteria.all().forEach(term -> meeting.and(papers(term, criteria)));
    criteria.not().forEach(term -> meeting.andNot(papers(term, criteria)));
    return meeting;
  }

  private BitSet papers(Term term, Criteria criteria) {
    return occurrences(term).papers(criteria.in());
  }

  /** Terms that stand on exactly the same words, such as two spellings of one, count once. */
  private Map<Occurrences, Term> distinctTerms(Criteria criteria) {
    Map<Occurrences, Term> distinct = new LinkedHashMap<>();
    Stream.concat(criteria.any().stream(), criteria.all().stream())
        .forEach(term -> distinct.putIfAbsent(occurrences(term), term));
    return distinct;
  }

  private Occurrences occurrences(Term term) {
    return terms.computeIfAbsent(term, finder::find);
  }
}
