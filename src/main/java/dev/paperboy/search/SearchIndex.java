package dev.paperboy.search;

import dev.paperboy.paper.ArchiveMark;
import dev.paperboy.paper.NumberedPaper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the index. Changes are seen, and survive, once they are committed together with the
 * mark of the archive that they bring the index to. For one thread.
 */
final class SearchIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  private static final double BUFFER_MEGABYTES = 16;
  private static final String VERSION = "version";
  private static final String DUMP = "dump";
  private static final String HASH = "hash";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private ArchiveMark mark;

  private SearchIndex(Directory directory, IndexWriter writer, ArchiveMark mark)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    this.mark = mark;
  }

  /**
   * The index in this folder; a new one if there is none, or none that this version can use. In
   * memory where another process has it open.
   */
  static SearchIndex in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      return open(directory, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    } catch (LockObtainFailedException e) {
      directory.close();
      LOG.info("The search index in {} is another process's; one is kept in memory", folder);
      return open(new ByteBuffersDirectory(), IndexWriterConfig.OpenMode.CREATE);
    } catch (CorruptIndexException
        | IndexFormatTooNewException
        | IndexFormatTooOldException
        | IndexNotFoundException
        | java.nio.file.NoSuchFileException
        | java.io.EOFException e) {
      LOG.info("The search index in {} is made anew: {}", folder, e.getMessage());
      for (String file : directory.listAll()) {
        directory.deleteFile(file);
      }
      return open(directory, IndexWriterConfig.OpenMode.CREATE);
    }
  }

  /** What it has been brought to. */
  ArchiveMark mark() {
    return mark;
  }

  /** Those who search it; they see what is committed. */
  SearcherManager searchers() {
    return searchers;
  }

  /** Begins anew: it was made of another archive. */
  void empty() throws IOException {
    writer.deleteAll();
    mark = ArchiveMark.EMPTY;
  }

  /** Adds the paper, in the place of what the index had of it. */
  void put(NumberedPaper paper) {
    try {
      writer.updateDocument(PaperDocument.id(paper.id()), PaperDocument.of(paper));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void commit(ArchiveMark reached) throws IOException {
    writer.setLiveCommitData(
        Map.of(
                VERSION, Integer.toString(WordTokens.VERSION),
                DUMP, Long.toString(reached.dump()),
                HASH, reached.hash())
            .entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
    mark = reached;
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.close();
      directory.close();
    } catch (IOException e) {
      LOG.warn("The search index was not closed cleanly: {}", e.getMessage());
    }
  }

  private static SearchIndex open(Directory directory, IndexWriterConfig.OpenMode mode)
      throws IOException {
    IndexWriter writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES));
    ArchiveMark mark = markOf(writer);
    if (mark.equals(ArchiveMark.EMPTY)) {
      writer.deleteAll();
    }
    return new SearchIndex(directory, writer, mark);
  }

  private static ArchiveMark markOf(IndexWriter writer) {
    String version = "";
    String dump = "";
    String hash = "";
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        switch (entry.getKey()) {
          case VERSION -> version = entry.getValue();
          case DUMP -> dump = entry.getValue();
          case HASH -> hash = entry.getValue();
          default -> {}
        }
      }
    }
    boolean usable =
        version.equals(Integer.toString(WordTokens.VERSION)) && dump.matches("[0-9]{1,18}");
    return usable ? new ArchiveMark(Long.parseLong(dump), hash) : ArchiveMark.EMPTY;
  }
}
