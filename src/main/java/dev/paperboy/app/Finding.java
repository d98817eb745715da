package dev.paperboy.app;

/**
 * What one look at the installation found.
 *
 * @param about what was looked at, in a word or two
 * @param sentence what was found and, unless all is well, how to mend it
 */
public record Finding(Level level, String about, String sentence) {

  /** How bad it is. */
  public enum Level {
    OK,
    /** Mail goes out, but somebody should know. */
    WARNING,
    /** Mail does not go out, or does not arrive. */
    PROBLEM
  }

  static Finding ok(String about, String sentence) {
    return new Finding(Level.OK, about, sentence);
  }

  static Finding warning(String about, String sentence) {
    return new Finding(Level.WARNING, about, sentence);
  }

  static Finding problem(String about, String sentence) {
    return new Finding(Level.PROBLEM, about, sentence);
  }
}
