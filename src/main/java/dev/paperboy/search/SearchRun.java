package dev.paperboy.search;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Term;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.Hit;
import dev.paperboy.match.Match;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.paper.NumberedPaper;
import dev.paperboy.search.SearchRequest.Order;
import dev.paperboy.search.SearchResult.Found;
import dev.paperboy.search.SearchWords.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** One search in one state of the index. */
final class SearchRun {

  private static final long MOST_MILLIS = 1000;
  private static final float PHRASE = 4;
  private static final Sort NEWEST =
      new Sort(
          new SortField(PaperDocument.EDITION, SortField.Type.LONG, true), SortField.FIELD_SCORE);

  private final IndexReader reader;
  private final Analyzer analyzer;
  private final Catalogue catalogue;

  SearchRun(IndexReader reader, Analyzer analyzer, Catalogue catalogue) {
    this.reader = reader;
    this.analyzer = analyzer;
    this.catalogue = catalogue;
  }

  SearchResult find(SearchRequest request) throws IOException {
    SearchWords words = SearchWords.of(request.words());
    if (words.isEmpty()) {
      return SearchResult.NOTHING;
    }
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setTimeout(new QueryTimeoutImpl(MOST_MILLIS));
    TopDocs top;
    try {
      top = search(searcher, query(words, false), request);
    } catch (IndexSearcher.TooManyClauses e) {
      top = search(searcher, query(words, true), request);
    }
    List<Long> numbers = numbers(top, (request.page() - 1) * SearchRequest.PAGE);
    return new SearchResult(
        (int) top.totalHits.value, !searcher.timedOut(), found(catalogue.papers(numbers), words));
  }

  private static TopDocs search(IndexSearcher searcher, Query query, SearchRequest request)
      throws IOException {
    int most = request.page() * SearchRequest.PAGE;
    return request.order() == Order.NEWEST
        ? searcher.search(
            query, new TopFieldCollectorManager(NEWEST, most, null, Integer.MAX_VALUE))
        : searcher.search(query, new TopScoreDocCollectorManager(most, null, Integer.MAX_VALUE));
  }

  /**
   * @param plain only the words as they were typed, for who typed too many of too many kinds
   */
  Query query(SearchWords words, boolean plain) {
    TermLookup lookup = new TermLookup(analyzer, new Dictionary(reader), plain);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    BooleanQuery.Builder apart = new BooleanQuery.Builder();
    boolean anyApart = false;
    for (Clause clause : words.clauses()) {
      Query one = lookup.of(clause.term(), clause.fields());
      if (clause.isPlain()) {
        apart.add(one, Occur.MUST);
        anyApart = true;
      } else {
        query.add(one, clause.not() ? Occur.MUST_NOT : Occur.MUST);
      }
    }
    if (anyApart) {
      query.add(together(words, lookup, apart.build()), Occur.MUST);
    }
    return query.build();
  }

  /** All plain words wherever they stand, or the phrase that they make up. */
  private static Query together(SearchWords words, TermLookup lookup, Query apart) {
    return words
        .phrase()
        .map(
            phrase ->
                (Query)
                    new BooleanQuery.Builder()
                        .add(apart, Occur.SHOULD)
                        .add(
                            new BoostQuery(lookup.of(phrase, PaperField.TEXT), PHRASE),
                            Occur.SHOULD)
                        .build())
        .orElse(apart);
  }

  private List<Long> numbers(TopDocs top, int skip) throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (int i = skip; i < top.scoreDocs.length; i++) {
      ScoreDoc each = top.scoreDocs[i];
      numbers.add(PaperNumbers.of(reader, each.doc));
    }
    return numbers;
  }

  private List<Found> found(List<NumberedPaper> papers, SearchWords words) {
    PaperBatch batch = new PaperBatch(papers.stream().map(NumberedPaper::paper).toList(), analyzer);
    List<List<Hit>> hits =
        IntStream.range(0, papers.size()).mapToObj(i -> (List<Hit>) new ArrayList<Hit>()).toList();
    for (Term term : terms(words)) {
      Criteria criteria = new Criteria(List.of(term), List.of(), List.of(), Scope.ANYWHERE);
      for (Match match : batch.matches(criteria)) {
        hits.get(match.index()).addAll(match.hits());
      }
    }
    return IntStream.range(0, papers.size())
        .mapToObj(i -> new Found(papers.get(i), hits.get(i)))
        .toList();
  }

  private static List<Term> terms(SearchWords words) {
    List<Term> terms = new ArrayList<>();
    words.phrase().ifPresent(terms::add);
    words.clauses().stream()
        .filter(clause -> !clause.not())
        .forEach(clause -> terms.add(clause.term()));
    return terms;
  }
}
