package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Section;
import dev.paperboy.interest.Interests;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.PaperArchive;
import java.util.List;

/** What a mail might have held, had it room for all. */
public final class MatchedPapers {

  private MatchedPapers() {}

  /**
   * Every paper of the digest's editions that meets the interests as they are now, by interest, in
   * the order of a mail. Reads the archive, and changes nothing.
   */
  public static List<Section> of(PlannedDigest planned, Interests interests, PaperArchive archive) {
    List<Edition> editions =
        archive.editionsAfter(planned.editions().first() - 1).stream()
            .filter(edition -> edition.number() <= planned.editions().last())
            .filter(edition -> !edition.archiveOnly())
            .toList();
    PaperBatch batch =
        new PaperBatch(archive.papersOf(editions), new Analyzer(archive.vocabulary()));
    return DigestComposer.all(interests, batch);
  }
}
