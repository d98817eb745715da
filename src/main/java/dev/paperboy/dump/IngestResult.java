package dev.paperboy.dump;

import dev.paperboy.paper.Recorded;

/** What became of one file. */
public sealed interface IngestResult {

  /** The file's name without folders. */
  String file();

  /** The result in one sentence, for people. */
  String sentence();

  /**
   * Its papers are in the archive.
   *
   * @param archiveOnly the papers are never mailed
   */
  record TakenIn(String file, DumpContent content, Recorded recorded, boolean archiveOnly)
      implements IngestResult {
    @Override
    public String sentence() {
      return "%s: %d papers of %s, %d new%s"
          .formatted(file, recorded.listings(), content.date().day(), recorded.added(), fate());
    }

    private String fate() {
      if (recorded.added() == 0) {
        return "";
      }
      int number = recorded.edition().orElseThrow().number();
      return archiveOnly
          ? " (edition " + number + ", archive only: never mailed)"
          : " (edition " + number + ")";
    }
  }

  /** The same content came in before; nothing was done. */
  record AlreadyKnown(String file) implements IngestResult {
    @Override
    public String sentence() {
      return file + ": seen before, nothing to do";
    }
  }

  /**
   * It was dealt with, but the file could not be moved away; it will be looked at again.
   *
   * @param result what was done
   */
  record NotMoved(IngestResult result, String why) implements IngestResult {
    @Override
    public String file() {
      return result.file();
    }

    @Override
    public String sentence() {
      return result.sentence() + "; but the file could not be moved away: " + why;
    }
  }

  /** It cannot be taken in. */
  record Refused(String file, String why) implements IngestResult {
    @Override
    public String sentence() {
      return file + ": refused: " + why;
    }
  }

  /** Left where it is, for a reason that may pass: half-written, unreadable. */
  record LeftAlone(String file, String why) implements IngestResult {
    @Override
    public String sentence() {
      return file + ": left alone: " + why;
    }
  }
}
