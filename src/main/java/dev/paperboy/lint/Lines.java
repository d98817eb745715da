package dev.paperboy.lint;

import java.util.stream.Stream;

/** The lines of a text, with their numbers. */
final class Lines {

  private Lines() {}

  /**
   * A line.
   *
   * @param text without its end
   * @param start where it begins in the whole text
   * @param next where the next one begins
   */
  record Line(int number, String text, int start, int next) {}

  /** The lines from start to end, one at a time; each ends with LF, or CRLF. */
  static Stream<Line> of(String text, int start, int end, int firstNumber) {
    return Stream.iterate(
        line(text, start, end, firstNumber),
        line -> line.start() < end,
        line -> line(text, line.next(), end, line.number() + 1));
  }

  private static Line line(String text, int start, int end, int number) {
    int feed = text.indexOf('\n', start);
    int stop = feed < 0 || feed > end ? end : feed;
    int last = stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
    return new Line(number, start < end ? text.substring(start, last) : "", start, stop + 1);
  }
}
