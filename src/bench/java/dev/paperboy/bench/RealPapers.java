package dev.paperboy.bench;

import dev.paperboy.dump.DumpContent;
import dev.paperboy.dump.DumpFile;
import dev.paperboy.dump.DumpReaders;
import dev.paperboy.dump.RefusedDump;
import dev.paperboy.paper.DumpEntry;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The papers of a folder of dumps, each once, read and merged by the code that takes dumps in.
 *
 * @param batch those of the text captures: a run's papers
 * @param all those of every dump that can be read: the archive
 * @param listings how many listings the text captures have
 */
public record RealPapers(List<Paper> batch, List<Paper> all, int listings) {

  private static final long MOST_BYTES = 64L << 20;
  private static final LocalDate EVER = LocalDate.of(1990, 1, 1);

  public RealPapers {
    batch = List.copyOf(batch);
    all = List.copyOf(all);
  }

  /**
   * Reads {@code captures} and {@code daily_papers_json} below the folder, in the order of their
   * names; files that are refused, as broken dumps should be, are left out.
   *
   * @throws UncheckedIOException if there are no text captures
   */
  public static RealPapers in(Path data) {
    StoreSettings memory =
        new StoreSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 2);
    try (Store store = Store.open(memory)) {
      return in(data, store);
    }
  }

  /** The same, and the store holds them as its archive. */
  public static RealPapers in(Path data, Store store) {
    try {
      PaperArchive archive = new PaperArchive(store, Clock.systemUTC());
      List<DumpContent> captures = contents(data.resolve("captures"), archive);
      List<Paper> batch = archive.papersSince(EVER);
      contents(data.resolve("daily_papers_json"), archive);
      int listings = captures.stream().mapToInt(content -> content.listings().size()).sum();
      return new RealPapers(batch, archive.papersSince(EVER), listings);
    } catch (IOException e) {
      throw new UncheckedIOException("No papers to measure with: " + e.getMessage(), e);
    }
  }

  private static List<DumpContent> contents(Path folder, PaperArchive archive) throws IOException {
    List<DumpContent> contents = new ArrayList<>();
    Set<String> known = new HashSet<>();
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      try {
        DumpFile dump = DumpFile.read(file, MOST_BYTES);
        DumpContent content = new DumpReaders().read(dump);
        if (known.add(dump.hash())) {
          archive.record(entry(dump, content), content.listings(), false);
          contents.add(content);
        }
      } catch (RefusedDump e) {
        continue;
      }
    }
    return contents;
  }

  private static DumpEntry entry(DumpFile dump, DumpContent content) {
    return new DumpEntry(
        dump.hash(), dump.name(), content.format(), content.date().day(), content.date().found());
  }
}
