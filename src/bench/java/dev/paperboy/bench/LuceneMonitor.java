package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The same work done by Lucene's Monitor, used as its documentation advises: queries registered in
 * batches, the papers matched as one batch.
 */
final class LuceneMonitor implements AutoCloseable {

  private static final String FIELD = "text";
  private static final int BATCH = 5000;

  private static final FieldType WITH_OFFSETS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WITH_OFFSETS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    WITH_OFFSETS.freeze();
  }

  private final Monitor monitor;
  private final Picking picking;

  /** How the queries that may match a batch are picked out before they are run. */
  enum Picking {
    /** All are run: what the Monitor does unless told otherwise. */
    NONE("all queries"),
    /** By one term of each query. */
    TERM("presearched by term"),
    /** By terms of each query in several passes; made for long queries. */
    MULTIPASS("presearched in passes"),
    /** All are run, and the words found are given with their offsets, as ours are. */
    WORDS("words found");

    private final String shown;

    Picking(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }

    /** Whether the result is papers and nothing else. */
    boolean papersOnly() {
      return this != WORDS;
    }

    Presearcher presearcher() {
      return switch (this) {
        case TERM -> new TermFilteredPresearcher();
        case MULTIPASS -> new MultipassTermFilteredPresearcher(2);
        case NONE, WORDS -> Presearcher.NO_FILTERING;
      };
    }
  }

  LuceneMonitor(Picking picking) throws IOException {
    this.picking = picking;
    MonitorConfiguration configuration = new MonitorConfiguration().setQueryUpdateBufferSize(BATCH);
    monitor = new Monitor(new PaperTokens(), picking.presearcher(), configuration);
  }

  /** Registers each term under its index in the list. */
  void register(List<String> terms) throws IOException {
    List<MonitorQuery> queries = new ArrayList<>(BATCH);
    for (int i = 0; i < terms.size(); i++) {
      queries.add(new MonitorQuery(Integer.toString(i), query(terms.get(i))));
      if (queries.size() == BATCH) {
        monitor.register(queries);
        queries.clear();
      }
    }
    monitor.register(queries);
  }

  /** Which terms meet which papers. */
  Pairs match(List<Paper> papers) throws IOException {
    return picking.papersOnly()
        ? pairs(papers, QueryMatch.SIMPLE_MATCHER)
        : pairs(papers, HighlightsMatch.MATCHER);
  }

  private <T extends QueryMatch> Pairs pairs(List<Paper> papers, MatcherFactory<T> matcher)
      throws IOException {
    Document[] documents = papers.stream().map(this::document).toArray(Document[]::new);
    MultiMatchingQueries<T> found = monitor.match(documents, matcher);
    Pairs pairs = new Pairs();
    for (int paper = 0; paper < papers.size(); paper++) {
      for (T match : found.getMatches(paper)) {
        if (match instanceof HighlightsMatch words && words.getHitCount() == 0) {
          throw new IllegalStateException("no words found for " + words.getQueryId());
        }
        pairs.add(Integer.parseInt(match.getQueryId()), paper);
      }
    }
    return pairs;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }

  private static Query query(String term) {
    List<Word> words = WordScanner.words(term);
    if (words.size() == 1) {
      return new TermQuery(token(words.get(0)));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(token(word)));
    return phrase.build();
  }

  private static Term token(Word word) {
    return new Term(FIELD, Stem.of(word.folded()));
  }

  private Document document(Paper paper) {
    Document document = new Document();
    FieldType type = picking.papersOnly() ? TextField.TYPE_NOT_STORED : WITH_OFFSETS;
    document.add(new Field(FIELD, paper.title(), type));
    document.add(new Field(FIELD, paper.abstractText(), type));
    return document;
  }
}
