package dev.paperboy.match;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Term;
import dev.paperboy.match.Occurrences.Place;
import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Holds criteria against the papers of a batch. Threads may share it. */
final class Evaluator {

  private final List<Paper> papers;
  private final Analyzer analyzer;
  private final TermFinder finder;
  private final Makers makers;
  private final Scorer scorer;
  private final double[] ofPaper;

  Evaluator(List<Paper> papers, Analyzer analyzer) {
    this.papers = papers;
    this.analyzer = analyzer;
    this.finder = new TermFinder(new WordTable(papers, analyzer.lexicon()));
    this.makers = new Makers(papers);
    this.scorer = new Scorer(analyzer.vocabulary().papers(), papers);
    this.ofPaper = papers.stream().mapToDouble(scorer::ofPaper).toArray();
  }

  /** Where a term stands. */
  Occurrences find(Term term) {
    TermPattern pattern = analyzer.pattern(term);
    List<Place> places = finder.find(pattern);
    return places.isEmpty()
        ? Occurrences.NOWHERE
        : new Occurrences(places, scorer.rarity(pattern.papers()));
  }

  Matches evaluate(Criteria criteria) {
    if (isOneTerm(criteria)) {
      return oneTerm(criteria.any().get(0), criteria);
    }
    List<Wish> wishes = wishes(criteria);
    BitSet meeting = meeting(criteria, wishes);
    return meeting.isEmpty() ? Matches.NONE : matches(wishes, meeting, criteria);
  }

  /** Something that papers are to have, and which of its like may stand in for it. */
  private record Wish(String written, Occurrences found, Group group) {}

  private enum Group {
    ANY,
    ALL,
    AUTHOR,
    ORGANIZATION
  }

  private static boolean isOneTerm(Criteria criteria) {
    return criteria.any().size() == 1
        && criteria.all().isEmpty()
        && criteria.not().isEmpty()
        && criteria.source().equals(Criteria.Source.ANYBODY);
  }

  /** What most interests are; the same as the long way, without its tables. */
  private Matches oneTerm(Term term, Criteria criteria) {
    Occurrences found = find(term);
    if (found.places().isEmpty()) {
      return Matches.NONE;
    }
    String written = term.toString();
    List<Match> matches = new ArrayList<>(4);
    found.byPaper(
        criteria.in(),
        (paper, places) -> {
          if (hasVotes(paper, criteria)) {
            matches.add(
                new Match(
                    papers.get(paper),
                    paper,
                    scorer.term(found.rarity(), places) * ofPaper[paper],
                    Evidence.hits(written, places)));
          }
        });
    return matches.isEmpty() ? Matches.NONE : new Matches(matches);
  }

  private List<Wish> wishes(Criteria criteria) {
    List<Wish> wishes = new ArrayList<>();
    add(wishes, Group.ANY, criteria.any(), this::find);
    add(wishes, Group.ALL, criteria.all(), this::find);
    add(wishes, Group.AUTHOR, criteria.source().authors(), name -> made(makers.by(name)));
    add(
        wishes,
        Group.ORGANIZATION,
        criteria.source().organizations(),
        name -> made(makers.of(name)));
    return wishes;
  }

  private static <T> void add(
      List<Wish> wishes, Group group, List<T> wanted, Function<T, Occurrences> find) {
    wanted.forEach(each -> wishes.add(new Wish(each.toString(), find.apply(each), group)));
  }

  private Occurrences made(List<Place> places) {
    Occurrences found = new Occurrences(places, 0);
    return new Occurrences(places, scorer.rarity(found.papers(Scope.ANYWHERE).cardinality()));
  }

  private BitSet meeting(Criteria criteria, List<Wish> wishes) {
    BitSet meeting = new BitSet();
    if (!wishes.isEmpty()) {
      meeting.set(0, papers.size());
    }
    for (Group group : Group.values()) {
      BitSet some = new BitSet();
      boolean wanted = false;
      for (Wish wish : wishes) {
        if (wish.group == group) {
          wanted = true;
          BitSet has = wish.found.papers(criteria.in());
          if (group == Group.ALL) {
            meeting.and(has);
          }
          some.or(has);
        }
      }
      if (wanted) {
        meeting.and(some);
      }
    }
    criteria.not().forEach(term -> meeting.andNot(find(term).papers(criteria.in())));
    meeting.stream().filter(paper -> !hasVotes(paper, criteria)).forEach(meeting::clear);
    return meeting;
  }

  private boolean hasVotes(int paper, Criteria criteria) {
    return papers.get(paper).popularity().votes() >= criteria.votes();
  }

  private Matches matches(List<Wish> wishes, BitSet meeting, Criteria criteria) {
    TreeMap<Integer, Evidence> evidence = new TreeMap<>();
    // Terms that stand on exactly the same words, such as two spellings of one, count once.
    Set<List<Place>> seen = new HashSet<>();
    for (Wish wish : wishes) {
      if (seen.add(wish.found.places())) {
        wish.found.byPaper(
            criteria.in(),
            (paper, places) -> {
              if (meeting.get(paper)) {
                evidence
                    .computeIfAbsent(paper, key -> new Evidence())
                    .add(wish.written, places, scorer.term(wish.found.rarity(), places));
              }
            });
      }
    }
    return new Matches(
        evidence.entrySet().stream()
            .map(entry -> match(entry.getKey(), entry.getValue()))
            .toList());
  }

  private Match match(int paper, Evidence evidence) {
    double score = scorer.total(evidence) * ofPaper[paper];
    return new Match(papers.get(paper), paper, score, evidence.hits());
  }
}
