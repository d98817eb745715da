package dev.paperboy.dump;

/** Reads one format. Readers have no state and may be shared by threads. */
public interface DumpReader {

  /** The format's name as stored and shown, such as {@code page-capture}. */
  String format();

  /** Whether the content looks like this format; decided by content, never by the file's name. */
  boolean accepts(DumpFile file);

  /**
   * Reads all papers of the dump, in the order of the list.
   *
   * @throws RefusedDump if the file holds no paper or cannot be understood, with the reason in
   *     words
   */
  DumpContent read(DumpFile file) throws RefusedDump;
}
