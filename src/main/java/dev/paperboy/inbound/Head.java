package dev.paperboy.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The header fields of a message, a part or a block of a report (RFC 5322 section 2.2). What is
 * read is bounded: at most {@link #MOST_FIELDS} fields, each cut to {@link #LONGEST_VALUE}
 * characters, so that the cost of a header grows no faster than its size.
 */
record Head(List<Field> fields) {

  static final Head EMPTY = new Head(List.of());
  static final int MOST_FIELDS = 1000;
  static final int LONGEST_NAME = 100;
  static final int LONGEST_VALUE = 4000;

  /**
   * One field.
   *
   * @param value unfolded, without white space around it; raw UTF-8 (RFC 6532) is decoded
   */
  record Field(String name, String value) {}

  Head {
    fields = List.copyOf(fields);
  }

  /** The values of the fields with this name, in order. */
  Stream<String> values(String name) {
    return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value);
  }

  /** A header, and where the body begins. */
  record Parsed(Head head, int end) {}

  /** The header that begins at this place and ends with an empty line or the text. */
  static Parsed parse(String octets, int from) {
    List<Field> fields = new ArrayList<>();
    String name = "";
    StringBuilder value = new StringBuilder();
    int at = from;
    while (at < octets.length()) {
      int end = lineEnd(octets, at);
      int next = afterBreak(octets, end);
      if (end == at) {
        at = next;
        break;
      }
      boolean folded = octets.charAt(at) == ' ' || octets.charAt(at) == '\t';
      int colon = folded ? -1 : colon(octets, at, end);
      if (!folded) {
        add(fields, name, value);
        name = colon < 0 ? "" : octets.substring(at, colon).strip();
        value.setLength(0);
      }
      if (!name.isEmpty()) {
        append(value, octets, colon < 0 ? at : colon + 1, end);
      }
      at = next;
    }
    add(fields, name, value);
    return new Parsed(new Head(fields), at);
  }

  private static int colon(String octets, int from, int end) {
    for (int i = from; i < Math.min(end, from + LONGEST_NAME); i++) {
      if (octets.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder value, String octets, int from, int to) {
    int room = LONGEST_VALUE - value.length();
    value.append(octets, from, Math.min(to, from + Math.max(0, room)));
  }

  private static void add(List<Field> fields, String name, StringBuilder value) {
    if (!name.isEmpty() && fields.size() < MOST_FIELDS) {
      fields.add(new Field(name, decoded(value.toString().strip())));
    }
  }

  private static String decoded(String octets) {
    if (octets.chars().allMatch(c -> c < 0x80)) {
      return octets;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException noUtf8) {
      return octets;
    }
  }

  /** Where the line that begins here ends: at CR, LF, or the end of the text. */
  static int lineEnd(String octets, int from) {
    int at = from;
    while (at < octets.length() && octets.charAt(at) != '\n' && octets.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /** Where the next line begins, after CRLF, CR or LF. */
  static int afterBreak(String octets, int end) {
    if (end >= octets.length()) {
      return octets.length();
    }
    boolean crlf =
        octets.charAt(end) == '\r' && end + 1 < octets.length() && octets.charAt(end + 1) == '\n';
    return end + (crlf ? 2 : 1);
  }
}
