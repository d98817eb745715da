package dev.paperboy.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message's header as DKIM signs it, relaxed (RFC 6376 section 3.4.2).
 *
 * @param length where the body begins
 * @param signedNames the names for {@code h=}, in order
 * @param signedFields the fields they name, canonical, each ended by CRLF
 */
record DkimHeader(int length, List<String> signedNames, String signedFields) {

  private static final String LINE_END = "\r\n";

  /** Named once more than they are there, so that nobody can add one, even where there is none. */
  private static final List<String> ALWAYS =
      List.of("From", "To", "Subject", "Date", "Reply-To", "Content-Type");

  /** The same where they are there. */
  private static final List<String> IF_PRESENT =
      List.of(
          "Message-ID",
          "MIME-Version",
          "Content-Transfer-Encoding",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "Feedback-ID",
          "Auto-Submitted");

  /** Reads the header of a message whose lines end with CRLF. */
  static DkimHeader of(byte[] message) {
    int length = headerLength(message);
    Map<String, List<String>> fields = fields(message, length);
    List<String> names = new ArrayList<>();
    StringBuilder signed = new StringBuilder(length);
    ALWAYS.forEach(name -> add(name, fields, names, signed));
    IF_PRESENT.stream()
        .filter(name -> fields.containsKey(key(name)))
        .forEach(name -> add(name, fields, names, signed));
    return new DkimHeader(length, List.copyOf(names), signed.toString());
  }

  /** One field, unfolded or not, without the CRLF at its end (RFC 6376 section 3.4.2). */
  static String relaxed(String field) {
    int colon = field.indexOf(':');
    String name = field.substring(0, colon).stripTrailing();
    StringBuilder value = new StringBuilder(field.length());
    boolean blank = false;
    for (int i = colon + 1; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        blank = true;
      } else {
        value.append(blank && !value.isEmpty() ? " " : "").append(c);
        blank = false;
      }
    }
    return key(name) + ":" + value;
  }

  /** The last field of a name is signed first (section 5.4.2); the name more than there are. */
  private static void add(
      String name, Map<String, List<String>> fields, List<String> names, StringBuilder signed) {
    List<String> present = fields.getOrDefault(key(name), List.of());
    for (int last = present.size() - 1; last >= 0; last--) {
      names.add(name);
      signed.append(relaxed(present.get(last))).append("\r\n");
    }
    names.add(name);
  }

  private static Map<String, List<String>> fields(byte[] message, int length) {
    Map<String, List<String>> fields = new HashMap<>();
    String header = new String(message, 0, length, StandardCharsets.ISO_8859_1);
    int start = 0;
    while (start < header.length()) {
      int end = fieldEnd(header, start);
      int colon = header.indexOf(':', start);
      if (colon > start && colon < end) {
        String name = key(header.substring(start, colon).stripTrailing());
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(header.substring(start, end));
      }
      start = end + LINE_END.length();
    }
    return fields;
  }

  /** Where the field that begins here ends: before a line end that no blank follows. */
  private static int fieldEnd(String header, int start) {
    int end = header.indexOf(LINE_END, start);
    while (end >= 0) {
      int next = end + LINE_END.length();
      if (next >= header.length() || " \t".indexOf(header.charAt(next)) < 0) {
        return end;
      }
      end = header.indexOf(LINE_END, next);
    }
    return header.length();
  }

  private static int headerLength(byte[] message) {
    for (int i = 0; i + 3 < message.length; i++) {
      boolean end =
          message[i] == '\r'
              && message[i + 1] == '\n'
              && message[i + 2] == '\r'
              && message[i + 3] == '\n';
      if (end) {
        return i + 4;
      }
    }
    return message.length;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
