package dev.paperboy.paper;

/** Quotation marks as TeX authors type them; remembers whether a quotation is open. */
final class TexQuotes {

  private final String text;
  private boolean open;

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
    if (c == '`' && length == 2) {
      open = true;
      out.append('“');
    } else {
      out.append(text, i, i + length);
    }
    return i + length;
  }
}
