package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** A Lucene index of the papers; a term is a phrase in title or abstract, made by its analyzer. */
final class EnglishIndex implements Way {

  private static final List<String> FIELDS = List.of("title", "abstract");

  private final String name;
  private final QueryBuilder queries;
  private final IndexSearcher searcher;
  private final int papers;

  EnglishIndex(String name, Analyzer analyzer, List<Paper> papers) {
    this.name = name;
    this.queries = new QueryBuilder(analyzer);
    this.papers = papers.size();
    try {
      this.searcher = new IndexSearcher(DirectoryReader.open(index(analyzer, papers)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public BitSet find(String term) {
    BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
    for (String field : FIELDS) {
      Query phrase = queries.createPhraseQuery(field, term);
      if (phrase != null) {
        anywhere.add(phrase, Occur.SHOULD);
      }
    }
    try {
      BitSet found = new BitSet();
      for (ScoreDoc hit : searcher.search(anywhere.build(), papers).scoreDocs) {
        found.set(hit.doc);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffersDirectory index(Analyzer analyzer, List<Paper> papers)
      throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Paper paper : papers) {
        Document document = new Document();
        document.add(new TextField("title", paper.title(), Field.Store.NO));
        document.add(new TextField("abstract", paper.abstractText(), Field.Store.NO));
        writer.addDocument(document);
      }
      // One segment, so that documents keep the order they came in.
      writer.forceMerge(1);
    }
    return directory;
  }
}
