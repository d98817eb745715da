package dev.paperboy.dump;

import java.util.List;

/** All readers, asked in order. Has no state; may be shared by threads. */
public final class DumpReaders {

  private final List<DumpReader> readers;

  /** The formats Paperboy knows. */
  public DumpReaders() {
    this(List.of(new DailyPapersJsonReader(), new PageCaptureReader()));
  }

  DumpReaders(List<DumpReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /**
   * Reads a dump with the first reader that accepts its content.
   *
   * @throws RefusedDump if none does or the one cannot read it; says what the file seems to be and
   *     what to do
   */
  public DumpContent read(DumpFile file) throws RefusedDump {
    for (DumpReader reader : readers) {
      if (reader.accepts(file)) {
        return reader.read(file);
      }
    }
    throw ForeignText.refused(file.text());
  }
}
