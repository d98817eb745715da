package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Days;
import dev.paperboy.dump.DumpFile;
import dev.paperboy.dump.DumpReaders;
import dev.paperboy.dump.RefusedDump;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Paper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Digests of every kind, chosen from a dump of invented papers as the planner would. */
final class GoldenDigests {

  static final String TEN =
      """
      interests:
        - name: Machine unlearning
          any: ["unlearn*", deletion]
        - name: Robots
          any: [robot, "grasp*"]
        - diffusion models
        - reinforcement learning
        - name: Privacy
          any: [attacker, regulator]
      digest: {papers: 10, trending: 2}
      """;

  private static final Path PAPERS = Path.of("src/test/resources/golden/papers.json");
  private static final LocalDate DATE = LocalDate.of(2025, 12, 5);
  private static final InterestsParser PARSER = new InterestsParser(DigestWishes.DEFAULT);

  private GoldenDigests() {}

  /** Ten papers under four interests, and two that trend. */
  static Digest ten() {
    return of(TEN, Days.of(DATE));
  }

  /** The same for a reader of one mail a week. */
  static Digest week() {
    return of(TEN, new Days(DATE.minusDays(4), DATE, true));
  }

  /** One paper and nothing else. */
  static Digest one() {
    return of("interests: [visual servoing]\ndigest: {papers: 1, trending: 0}\n", Days.of(DATE));
  }

  /** Trending papers only. */
  static Digest quiet() {
    return of("interests: [beekeeping]\ndigest: {trending: 3}\n", Days.of(DATE));
  }

  private static Digest of(String interests, Days days) {
    Interests parsed = PARSER.parse(interests).interests().orElseThrow();
    return DigestComposer.compose(
        parsed, new PaperBatch(papers()), days, new Digest.Editions(3, 4));
  }

  private static List<Paper> papers() {
    List<Paper> papers = new ArrayList<>();
    try {
      DumpFile dump = DumpFile.read(PAPERS, 100_000);
      for (Listing listing : new DumpReaders().read(dump).listings()) {
        papers.add(
            new Paper(
                "p" + papers.size(),
                listing.details(),
                listing.popularity(),
                3,
                new Paper.Mentions("papers.json", "papers.json")));
      }
    } catch (RefusedDump e) {
      throw new AssertionError(e);
    }
    return papers;
  }
}
