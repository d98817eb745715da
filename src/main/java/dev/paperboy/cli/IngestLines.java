package dev.paperboy.cli;

import dev.paperboy.dump.IngestResult;
import dev.paperboy.dump.IngestResult.AlreadyKnown;
import dev.paperboy.dump.IngestResult.LeftAlone;
import dev.paperboy.dump.IngestResult.NotMoved;
import dev.paperboy.dump.IngestResult.Refused;
import dev.paperboy.dump.IngestResult.TakenIn;
import java.util.List;

/** What ingest did, for people. */
final class IngestLines {

  private IngestLines() {}

  /** One line for a file, with what its reader had to say. */
  static void print(Console console, IngestResult result) {
    console.say(result.sentence());
    if (done(result) instanceof TakenIn taken) {
      taken.content().problems().forEach(problem -> console.say("    note: " + problem));
    }
  }

  /** Whether somebody has to do something about the file. */
  static boolean isTrouble(IngestResult result) {
    return result instanceof Refused || result instanceof NotMoved;
  }

  private static IngestResult done(IngestResult result) {
    return result instanceof NotMoved notMoved ? notMoved.result() : result;
  }

  /** The sum of all files. */
  static String sum(List<IngestResult> results) {
    int papers = 0;
    int added = 0;
    for (IngestResult result : results) {
      if (done(result) instanceof TakenIn taken) {
        papers += taken.recorded().listings();
        added += taken.recorded().added();
      }
    }
    return "%d files: %d taken in, %d seen before, %d refused, %d left alone; %d papers listed, %d new"
        .formatted(
            results.size(),
            count(results, TakenIn.class),
            count(results, AlreadyKnown.class),
            count(results, Refused.class),
            count(results, LeftAlone.class),
            papers,
            added);
  }

  private static long count(List<IngestResult> results, Class<?> kind) {
    return results.stream().map(IngestLines::done).filter(kind::isInstance).count();
  }
}
