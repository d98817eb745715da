package dev.paperboy.paper;

import java.util.Optional;

/** Letters with accents: <code>\"u</code>, <code>\'{e}</code>, <code>\v{s}</code>. */
final class TexAccent {

  private static final String UMLAUTS = "aeiouyAEIOUY";

  private TexAccent() {}

  /**
   * Reads the letter after an accent command and returns the offset after it; -1 if no letter that
   * can carry the accent follows.
   */
  static int read(String accent, String text, int from, int to, StringBuilder out) {
    boolean spaced =
        TexCommands.isLetter(accent.charAt(0)) && from < to && text.charAt(from) == ' ';
    int at = from + (spaced ? 1 : 0);
    boolean braces = at < to && text.charAt(at) == '{';
    int letter = braces ? at + 1 : at;
    boolean dotless = letter < to && text.charAt(letter) == '\\';
    int first = dotless ? letter + 1 : letter;
    int end = first + 1;
    boolean closed = !braces || (end < to && text.charAt(end) == '}');
    if (end > to || !closed || !carries(accent, text.charAt(first), dotless)) {
      return -1;
    }
    Optional<String> accented = TexCommands.accented(accent, text.substring(first, end));
    accented.ifPresent(out::append);
    return accented.isEmpty() ? -1 : end + (braces ? 1 : 0);
  }

  private static boolean carries(String accent, char letter, boolean dotless) {
    if (dotless) {
      return letter == 'i' || letter == 'j';
    }
    return accent.equals("\"") ? UMLAUTS.indexOf(letter) >= 0 : TexCommands.isLetter(letter);
  }
}
