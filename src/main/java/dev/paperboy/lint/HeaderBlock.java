package dev.paperboy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header fields of a message or of one of its parts, read octet by octet: a mail library mends
 * what a linter has to see.
 *
 * @param badLines the numbers of lines that are no field, and of fields beyond the first thousand
 * @param bodyStart where the body begins
 * @param bodyLine the number of the body's first line
 */
record HeaderBlock(List<HeaderField> fields, List<Integer> badLines, int bodyStart, int bodyLine) {

  private static final int MOST_FIELDS = 1000;
  private static final Pattern NAME = Pattern.compile("[!-9;-~]+");

  /** Reads up to the first empty line. */
  static HeaderBlock read(String raw, int start, int end, int firstLine) {
    List<HeaderField> fields = new ArrayList<>();
    List<Integer> badLines = new ArrayList<>();
    int at = start;
    int line = firstLine;
    while (at < end) {
      int lineEnd = lineEnd(raw, at, end);
      if (isBlank(raw, at, lineEnd)) {
        return new HeaderBlock(fields, badLines, Math.min(end, lineEnd + 1), line + 1);
      }
      int fieldEnd = lineEnd;
      int lines = 1;
      while (fieldEnd + 1 < end && isFold(raw.charAt(fieldEnd + 1))) {
        fieldEnd = lineEnd(raw, fieldEnd + 1, end);
        lines++;
      }
      Optional<HeaderField> field = field(raw.substring(at, fieldEnd), line);
      if (field.isPresent() && fields.size() < MOST_FIELDS) {
        fields.add(field.get());
      } else if (badLines.size() < MOST_FIELDS) {
        badLines.add(line);
      }
      line += lines;
      at = fieldEnd + 1;
    }
    return new HeaderBlock(fields, badLines, end, line);
  }

  private static Optional<HeaderField> field(String text, int line) {
    int colon = text.indexOf(':');
    if (colon < 1 || !NAME.matcher(text.substring(0, colon)).matches()) {
      return Optional.empty();
    }
    int end = text.endsWith("\r") ? text.length() - 1 : text.length();
    String raw = text.substring(colon + 1, Math.max(colon + 1, end));
    return Optional.of(new HeaderField(text.substring(0, colon), raw, line));
  }

  private static int lineEnd(String raw, int at, int end) {
    int feed = raw.indexOf('\n', at);
    return feed < 0 || feed > end ? end : feed;
  }

  private static boolean isBlank(String raw, int at, int lineEnd) {
    return lineEnd == at || (lineEnd == at + 1 && raw.charAt(at) == '\r');
  }

  private static boolean isFold(char first) {
    return first == ' ' || first == '\t';
  }

  /** All fields of this name; names have no case. */
  List<HeaderField> all(String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).toList();
  }

  /** The first field of this name. */
  Optional<HeaderField> first(String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The first field's value on one line; empty where there is none. */
  String value(String name) {
    return first(name).map(HeaderField::value).orElse("");
  }
}
