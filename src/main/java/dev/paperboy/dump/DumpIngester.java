package dev.paperboy.dump;

import dev.paperboy.dump.IngestResult.AlreadyKnown;
import dev.paperboy.dump.IngestResult.LeftAlone;
import dev.paperboy.dump.IngestResult.NotMoved;
import dev.paperboy.dump.IngestResult.Refused;
import dev.paperboy.dump.IngestResult.TakenIn;
import dev.paperboy.paper.DumpEntry;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.paper.Recorded;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * Takes dumps into the archive, one at a time; a bad one stops no other. The store is committed
 * before the file moves: a crash between the two shows the same content again, which is then
 * recognised.
 */
public final class DumpIngester {

  private final DumpSettings settings;
  private final DumpInbox inbox;
  private final DumpReaders readers;
  private final PaperArchive archive;
  private final Clock clock;

  public DumpIngester(
      DumpSettings settings,
      DumpInbox inbox,
      DumpReaders readers,
      PaperArchive archive,
      Clock clock) {
    this.settings = settings;
    this.inbox = inbox;
    this.readers = readers;
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * Takes in every finished file of the inbox folder and moves it: to the archive folder, or to the
   * refused ones with the reason beside it.
   *
   * @param each told about each file, in order, as soon as it is done
   */
  public void takeInFolder(Consumer<IngestResult> each) {
    for (Path file : inbox.pending()) {
      each.accept(takeInAndMove(file));
    }
  }

  /** Whether the folder held files that may still be written to when it was last looked at. */
  public boolean isWaiting() {
    return inbox.isWaiting();
  }

  /**
   * Takes in one file, which stays where it is.
   *
   * @param archiveOnly its papers are never mailed, however new
   */
  public IngestResult takeIn(Path file, boolean archiveOnly) {
    if (!Files.isRegularFile(file)) {
      return new Refused(
          name(file), Files.isDirectory(file) ? "this is a folder" : "there is no such file");
    }
    try {
      return record(file, archiveOnly);
    } catch (RefusedDump e) {
      return new Refused(name(file), reason(e));
    } catch (UncheckedIOException e) {
      return new Refused(name(file), "it cannot be read: " + e.getMessage());
    }
  }

  private IngestResult takeInAndMove(Path file) {
    try {
      return moved(file, record(file, false));
    } catch (RefusedDump e) {
      return refuse(file, e);
    } catch (UncheckedIOException e) {
      return new LeftAlone(name(file), String.valueOf(e.getMessage()));
    }
  }

  private IngestResult moved(Path file, IngestResult result) {
    try {
      inbox.archive(file);
      return result;
    } catch (UncheckedIOException e) {
      return new NotMoved(result, String.valueOf(e.getMessage()));
    }
  }

  private IngestResult refuse(Path file, RefusedDump refusal) {
    if (inbox.maybeUnfinished(file, refusal)) {
      return new LeftAlone(
          name(file),
          reason(refusal)
              + " Perhaps it is still being written: it is refused if that stays so for ten minutes.");
    }
    try {
      inbox.refuse(file, reason(refusal));
      return new Refused(name(file), reason(refusal));
    } catch (UncheckedIOException e) {
      return new NotMoved(new Refused(name(file), reason(refusal)), String.valueOf(e.getMessage()));
    }
  }

  private IngestResult record(Path file, boolean archiveOnly) throws RefusedDump {
    DumpFile dump = DumpFile.read(file, settings.maxBytes());
    if (archive.knows(dump.hash())) {
      return new AlreadyKnown(dump.name());
    }
    DumpContent content = readers.read(dump);
    refuseFuture(content.date());
    boolean old = archiveOnly || tooOld(content.date().day());
    Recorded recorded = archive.record(entry(dump, content), content.listings(), old);
    return new TakenIn(dump.name(), content, recorded, old);
  }

  /** Every reader's mail would carry that day; a typing error in a file's name is enough. */
  private void refuseFuture(DumpDate date) throws RefusedDump {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    if (date.day().isAfter(tomorrow)) {
      throw new RefusedDump(
          "The dump would be of %s, which is still to come (%s). Correct the date, in the file's name or in the file."
              .formatted(date.day(), date.found()));
    }
  }

  private boolean tooOld(LocalDate digestDate) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return digestDate.isBefore(today.minusDays(settings.mailMaxAge().toDays()));
  }

  private static DumpEntry entry(DumpFile dump, DumpContent content) {
    return new DumpEntry(
        dump.hash(), dump.name(), content.format(), content.date().day(), content.date().found());
  }

  private static String reason(RefusedDump refusal) {
    return String.valueOf(refusal.getMessage());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceAll("\\p{Cntrl}", "?");
  }
}
