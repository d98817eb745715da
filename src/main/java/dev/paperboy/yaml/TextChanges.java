package dev.paperboy.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be changed in a text, by offsets into the text as it is. Lines are those that people
 * see; ends of lines are written as the text has them. For one thread.
 */
final class TextChanges {

  private final String text;
  private final String lineEnd;
  private final List<Change> changes = new ArrayList<>();

  private record Change(int start, int end, String with) {}

  TextChanges(String text) {
    this.text = text;
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** The offset of a place that is counted in whole characters. */
  int offset(int characters) {
    return text.offsetByCodePoints(0, characters);
  }

  int start(Span span) {
    return offset(span.start());
  }

  int end(Span span) {
    return offset(span.end());
  }

  /** What stands there now. */
  String between(int start, int end) {
    return text.substring(start, end);
  }

  /** Whether this stands there. */
  boolean has(String what, int offset) {
    return text.startsWith(what, offset);
  }

  int length() {
    return text.length();
  }

  /** Where the line of this place begins. */
  int lineStart(int offset) {
    int at = offset;
    while (at > 0 && !isLineEnd(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Where the line of this place ends, before its line break. */
  int lineEnd(int offset) {
    int at = offset;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the line after this place begins. */
  int nextLine(int offset) {
    int end = lineEnd(offset);
    return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
  }

  void replace(int start, int end, String with) {
    changes.add(new Change(start, end, with));
  }

  /** Puts a line before the one that begins there, or at the end. */
  void insertLine(int offset, String line) {
    boolean open = offset == text.length() && offset > lineStart(offset);
    replace(offset, offset, open ? lineEnd + line : line + lineEnd);
  }

  /** Takes out the lines from the one to the other place. */
  void removeLines(int first, int last) {
    replace(lineStart(first), nextLine(last), "");
  }

  /** The text with all changes, those of one place in the order in which they were asked for. */
  String applied() {
    StringBuilder changed = new StringBuilder();
    int done = 0;
    for (Change change : changes.stream().sorted(Comparator.comparingInt(Change::start)).toList()) {
      changed.append(text, done, Math.max(done, change.start())).append(change.with());
      done = Math.max(done, change.end());
    }
    return changed.append(text, done, text.length()).toString();
  }

  private static boolean isLineEnd(char character) {
    return character == '\n'
        || character == '\r'
        || character == '\u0085'
        || character == '\u2028'
        || character == '\u2029';
  }
}
