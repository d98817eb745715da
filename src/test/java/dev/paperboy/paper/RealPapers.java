package dev.paperboy.paper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.dump.DumpFile;
import dev.paperboy.dump.DumpReaders;
import dev.paperboy.dump.RefusedDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All papers of the real dumps that can be read, each once. */
final class RealPapers {

  private static final Path DATA = Path.of("../shared/data");
  private static final long LIMIT = 1 << 25;

  private RealPapers() {}

  /** Skips the test where the dumps are not there. */
  static List<Paper> all() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "no real data in " + DATA);
    Map<String, Paper> papers = new LinkedHashMap<>();
    for (String folder : List.of("captures", "daily_papers_json")) {
      for (Path file : files(folder)) {
        for (Listing listing : listings(file)) {
          PaperDetails details = listing.details();
          String key = PaperKeys.keyOf(details);
          Paper.Mentions mentions = new Paper.Mentions("a", "a");
          papers.putIfAbsent(
              PaperKeys.titleHash(details.title()),
              new Paper(key, details, listing.popularity(), 1, mentions));
        }
      }
    }
    return new ArrayList<>(papers.values());
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static List<Listing> listings(Path file) throws IOException {
    try {
      return new DumpReaders().read(DumpFile.read(file, LIMIT)).listings();
    } catch (RefusedDump e) {
      return List.of();
    }
  }
}
