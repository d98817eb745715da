package dev.paperboy.bench;

import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Vocabulary;
import java.util.List;

/**
 * Makes batches the way a running program does: one maker lives from run to run and keeps what may
 * be kept about terms, every run has its own batch. Whoever changes how a batch is made changes it
 * here.
 */
public final class BatchMaker {

  /** How many threads may share a batch. */
  static final int MOST_THREADS = 2;

  private final Analyzer analyzer;

  private BatchMaker(Vocabulary vocabulary) {
    this.analyzer = new Analyzer(vocabulary);
  }

  /** Knows no abbreviations, so that both sides of a comparison look for the same words. */
  public static BatchMaker knowingNothing() {
    return new BatchMaker(Vocabulary.EMPTY);
  }

  /** Knows what an archive of these papers teaches about words. */
  public static BatchMaker taughtBy(List<Paper> archive) {
    return new BatchMaker(Vocabulary.of(archive));
  }

  /** A batch of a new run. */
  public PaperBatch batch(List<Paper> papers) {
    return new PaperBatch(papers, analyzer);
  }
}
