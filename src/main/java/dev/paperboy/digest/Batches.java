package dev.paperboy.digest;

import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.PaperArchive;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The papers of one run, analysed once for each range of editions that some subscriber still has to
 * get. Most subscribers share one range; only the latest few are kept. For one thread.
 */
final class Batches {

  private static final int KEPT = 8;

  private final PaperArchive archive;
  private @Nullable Analyzer analyzer;
  private final List<Edition> mailed;
  private final Map<Integer, List<Edition>> ranges = new HashMap<>();
  private final Map<Integer, PaperBatch> analysed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PaperBatch> eldest) {
          return size() > KEPT;
        }
      };

  Batches(PaperArchive archive) {
    this.archive = archive;
    this.mailed = archive.editionsAfter(0).stream().filter(e -> !e.archiveOnly()).toList();
  }

  /** The editions to be mailed after this number, in order. */
  List<Edition> editionsAfter(int number) {
    return ranges.computeIfAbsent(
        number, after -> mailed.stream().filter(edition -> edition.number() > after).toList());
  }

  /** The papers of those editions. */
  PaperBatch after(int number) {
    return analysed.computeIfAbsent(
        number, after -> new PaperBatch(archive.papersOf(editionsAfter(after)), analyzer()));
  }

  /** Made for the first who is due: most runs of the schedule find nobody, and need no words. */
  private Analyzer analyzer() {
    if (analyzer == null) {
      analyzer = new Analyzer(archive.vocabulary());
    }
    return analyzer;
  }
}
