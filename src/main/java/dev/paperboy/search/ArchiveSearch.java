package dev.paperboy.search;

import dev.paperboy.match.Analyzer;
import dev.paperboy.paper.ArchiveMark;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.paper.PaperArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Search over the archive. One thread at a time brings the index up to date; any number of threads
 * search meanwhile, in what was there before.
 */
public final class ArchiveSearch implements AutoCloseable {

  private final Path folder;
  private final PaperArchive archive;
  private final Catalogue catalogue;
  private @Nullable SearchIndex index;
  private volatile @Nullable Ready ready;

  private record Ready(SearcherManager searchers, Analyzer analyzer) {}

  /**
   * Nothing is opened yet.
   *
   * @param folder for the index and nothing else: it is emptied when it holds another version
   */
  public ArchiveSearch(Path folder, PaperArchive archive, Catalogue catalogue) {
    this.folder = folder;
    this.archive = archive;
    this.catalogue = catalogue;
  }

  /**
   * Takes in what has come into the archive since; the whole archive where the index is missing, of
   * another version, damaged, or of another archive. Cheap when nothing has come.
   *
   * @throws UncheckedIOException if the index cannot be written; the next call begins where this
   *     one failed
   */
  public synchronized void update() {
    try {
      SearchIndex open = index();
      ArchiveMark mark = catalogue.mark();
      if (ready != null && mark.equals(open.mark())) {
        return;
      }
      if (!catalogue.passed(open.mark())) {
        open.empty();
      }
      if (!mark.equals(open.mark())) {
        catalogue.changedAfter(open.mark(), open::put);
        open.commit(mark);
      }
      ready = new Ready(open.searchers(), new Analyzer(archive.vocabulary()));
    } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
      // What a writer has in hand after a failure is not to be trusted.
      close();
      throw new UncheckedIOException(
          "The search index in " + folder + " cannot be written: " + e.getMessage(),
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  /**
   * A page of the papers that fit.
   *
   * @throws SearchUnavailable before the first {@link #update}, or if the index cannot be read
   */
  public SearchResult find(SearchRequest request) {
    Ready now = ready;
    if (now == null) {
      throw new SearchUnavailable("The search is being made ready");
    }
    try {
      IndexSearcher searcher = now.searchers.acquire();
      try {
        return new SearchRun(searcher.getIndexReader(), now.analyzer, catalogue).find(request);
      } finally {
        now.searchers.release(searcher);
      }
    } catch (IOException | AlreadyClosedException e) {
      throw new SearchUnavailable("The search index cannot be read", e);
    }
  }

  @Override
  public synchronized void close() {
    ready = null;
    if (index != null) {
      index.close();
      index = null;
    }
  }

  private SearchIndex index() throws IOException {
    SearchIndex open = index;
    if (open == null) {
      open = SearchIndex.in(folder);
      index = open;
    }
    return open;
  }
}
