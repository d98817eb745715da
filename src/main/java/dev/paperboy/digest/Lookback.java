package dev.paperboy.digest;

import dev.paperboy.interest.Interests;
import dev.paperboy.match.Advice;
import dev.paperboy.match.Adviser;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.paper.Vocabulary;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The newest days of the archive, analysed once until the next edition comes, so that interests can
 * be tried on them at every pause of somebody who types. Of many papers only the newest days are
 * looked at, and they are let go where memory is short. Threads may share it; the first of them
 * analyses, the others wait.
 */
public final class Lookback {

  /** Some hundred megabytes of memory, analysed. */
  private static final int MOST_PAPERS = 10_000;

  private final PaperArchive archive;
  private final int days;
  private final Object analysing = new Object();
  private volatile SoftReference<Analysed> kept = new SoftReference<>(null);

  /**
   * @param edition the newest one at that time
   * @param days how many days with a list
   */
  private record Analysed(int edition, int days, PaperBatch batch, Analyzer analyzer) {}

  /**
   * @param days how far to look back from the newest list; at least 1
   */
  public Lookback(PaperArchive archive, int days) {
    this.archive = archive;
    this.days = days;
  }

  /** What the interests would have found. */
  public Advice advice(Interests interests) {
    Analysed past = analysed();
    Adviser adviser = new Adviser(interests, past.analyzer());
    adviser.look(past.batch().forOneReader(), past.days());
    return adviser.advice();
  }

  private Analysed analysed() {
    int newest = archive.newestEdition();
    Analysed known = kept(newest);
    if (known != null) {
      return known;
    }
    synchronized (analysing) {
      Analysed meanwhile = kept(newest);
      if (meanwhile != null) {
        return meanwhile;
      }
      Analysed fresh = analyse(newest);
      kept = new SoftReference<>(fresh);
      return fresh;
    }
  }

  private @Nullable Analysed kept(int newest) {
    Analysed analysed = kept.get();
    return analysed != null && analysed.edition() >= newest ? analysed : null;
  }

  /**
   * On a thread of its own, which only reads: who asks may be in a transaction, perhaps the one
   * that writes now, and the words are read in another one.
   */
  private Analysed analyse(int newest) {
    try {
      return CompletableFuture.supplyAsync(() -> read(newest)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Analysed read(int newest) {
    List<List<Edition>> past = Past.of(archive, days).newestDays(MOST_PAPERS);
    List<Paper> papers = archive.papersOf(past.stream().flatMap(List::stream).toList());
    Analyzer analyzer = new Analyzer(words(papers));
    return new Analysed(newest, past.size(), new PaperBatch(papers, analyzer), analyzer);
  }

  /** Before the first run the archive has learned nothing, and these papers know more. */
  private Vocabulary words(List<Paper> papers) {
    Vocabulary learned = archive.knownVocabulary();
    return learned.papers() < papers.size() ? Vocabulary.of(papers) : learned;
  }
}
