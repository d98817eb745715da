package dev.paperboy.paper;

/**
 * Quotation marks as TeX authors, and typewriters, have them; remembers whether a quotation is
 * open. A mark that has no partner stays as it is: it may be an inch.
 */
final class TexQuotes {

  /** No quotation of one line is longer. */
  private static final int LONGEST = 300;

  private final String text;
  private boolean open;
  private boolean openSingle;

  TexQuotes(String text) {
    this.text = text;
  }

  /** Reads the marks that start here and returns the offset after them; primes in formulas. */
  int read(int i, int to, boolean math, StringBuilder out) {
    char c = text.charAt(i);
    int length = Runs.length(text, i, to);
    if (math && c == '\'') {
      out.append("′".repeat(length));
      return i + length;
    }
    if (c == '\'' && length >= 2) {
      boolean opens = length == 2 && !open && Runs.opensWord(text, i, length, to);
      open = opens;
      out.append(opens ? "“" : "”".repeat(length / 2)).append("'".repeat(length % 2));
      return i + length;
    }
    if (c == '"' && length == 1 && open) {
      open = false;
      out.append('”');
      return i + 1;
    }
    if (c == '"' && length == 1 && Runs.opensWord(text, i, 1, to) && closes(i, to, '"')) {
      open = true;
      out.append('“');
    } else if (c == '`' && length == 2) {
      open = true;
      out.append('“');
    } else if (c == '`' && length == 1 && Runs.opensWord(text, i, 1, to) && closes(i, to, '\'')) {
      openSingle = true;
      out.append('‘');
    } else if (c == '\'' && length == 1 && openSingle && endsWord(i, to)) {
      openSingle = false;
      out.append('’');
    } else {
      out.append(text, i, i + length);
    }
    return i + length;
  }

  /** Whether a mark that can close the one here follows before another opens. */
  private boolean closes(int from, int to, char closer) {
    int limit = Math.min(to, from + LONGEST);
    for (int i = from + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == closer && endsWord(i, to)) {
        return true;
      }
      if (c == '`' || (c == '"' && closer == '"')) {
        return false;
      }
    }
    return false;
  }

  private boolean endsWord(int i, int to) {
    boolean alone = i + 1 >= to || !Character.isLetterOrDigit(text.charAt(i + 1));
    return alone && text.charAt(i - 1) != ' ';
  }
}
