package dev.paperboy.lint;

import java.util.stream.Collectors;

/** Undoes {@code format=flowed} (RFC 3676): what the writer of the text had on one line. */
final class FlowedLines {

  private static final String SIGNATURE = "-- ";

  private FlowedLines() {}

  /** The text with its soft line breaks gone; one that is not flowed as it is. */
  static String joined(TextPart part) {
    if (!isFlowed(part)) {
      return part.content();
    }
    StringBuilder out = new StringBuilder(part.content().length());
    Lines.of(part.content(), 0, part.content().length(), 1)
        .map(Lines.Line::text)
        .map(line -> line.startsWith(" ") ? line.substring(1) : line)
        .forEach(line -> out.append(line).append(isSoft(line) ? "" : "\n"));
    return out.toString();
  }

  static boolean isFlowed(TextPart part) {
    return part.part().parameter("format").equalsIgnoreCase("flowed");
  }

  private static boolean isSoft(String line) {
    return line.endsWith(" ") && !line.equals(SIGNATURE);
  }

  /** The text on one line, each run of white space one space. */
  static String onOneLine(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining(" ")).replaceAll("\\s+", " ");
  }
}
