package dev.paperboy.paper;

/**
 * How far an archive has come: its newest dump. Equal marks of one archive mean the same papers.
 *
 * @param dump its number; 0 while there is none
 * @param hash of its content; tells two archives apart that have come equally far
 */
public record ArchiveMark(long dump, String hash) {

  /** An archive without any dump. */
  public static final ArchiveMark EMPTY = new ArchiveMark(0, "");
}
