package dev.paperboy.template;

import dev.paperboy.mail.BodyText;
import dev.paperboy.mail.Passage;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Takes what a template writes, and in between passages that need no writing any more. */
abstract class PartWriter extends Writer {

  private final List<Passage> passages = new ArrayList<>();
  private final StringBuilder written = new StringBuilder(4096);

  /** What was written, as it is to stand in the part; {@code ""}: nothing of it. */
  abstract String tidy(String lines);

  /** Empty lines that have to stand before what comes next. */
  abstract String gap();

  abstract Passage passage(String lines);

  /** Puts in a passage, on a line of its own. */
  final void put(Passage passage) {
    finishLines(true);
    passages.add(passage);
  }

  /** All that was written. */
  final BodyText body() {
    finishLines(false);
    return new BodyText(passages);
  }

  private void finishLines(boolean goesOn) {
    String lines = tidy(written.toString()) + (goesOn ? gap() : "");
    if (!lines.isEmpty()) {
      passages.add(passage(lines));
    }
    written.setLength(0);
  }

  @Override
  public final void write(char[] characters, int from, int length) {
    written.append(characters, from, length);
  }

  @Override
  public final void write(String text, int from, int length) {
    written.append(text, from, from + length);
  }

  @Override
  public final void flush() {}

  @Override
  public final void close() {}

  /** For HTML: everything as it is written. */
  static final class Html extends PartWriter {

    @Override
    String tidy(String lines) {
      return lines;
    }

    @Override
    String gap() {
      return "";
    }

    @Override
    Passage passage(String lines) {
      return Passage.html(lines);
    }
  }

  /** For plain text: at most two empty lines in a row, none at the ends, no blanks at line ends. */
  static final class Plain extends PartWriter {

    private static final int MOST_EMPTY = 2;

    private int empty;
    private boolean begun;

    @Override
    String tidy(String lines) {
      StringBuilder tidy = new StringBuilder(lines.length());
      int start = 0;
      while (start < lines.length()) {
        int newline = lines.indexOf('\n', start);
        int next = newline < 0 ? lines.length() : newline + 1;
        int end = next;
        while (end > start && Character.isWhitespace(lines.charAt(end - 1))) {
          end--;
        }
        if (end == start) {
          empty++;
        } else {
          tidy.append(gap()).append(lines, start, end).append('\n');
        }
        start = next;
      }
      return tidy.toString();
    }

    @Override
    String gap() {
      String gap = "\n".repeat(begun ? Math.min(empty, MOST_EMPTY) : 0);
      empty = 0;
      begun = true;
      return gap;
    }

    @Override
    Passage passage(String lines) {
      return Passage.plain(lines);
    }
  }
}
