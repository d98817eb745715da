package dev.paperboy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What commands print on standard output: sentences, tables, or one JSON document. */
final class Console {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int WIDEST_CELL = 60;

  private final PrintWriter out;

  Console(PrintWriter out) {
    this.out = out;
  }

  void say(String line) {
    out.println(printable(line));
    out.flush();
  }

  void say(String format, Object... values) {
    say(format.formatted(values));
  }

  /** One document, and nothing else may be printed beside it. */
  void json(Object document) {
    try {
      out.println(JSON.writeValueAsString(document));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Columns as wide as their widest cell; long cells are cut. */
  void table(List<String> heading, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(heading);
    rows.forEach(row -> all.add(row.stream().map(Console::cell).toList()));
    int[] widths = new int[heading.size()];
    for (List<String> row : all) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    all.add(1, rule(widths));
    all.forEach(row -> say(line(row, widths)));
  }

  /** To the second, UTC: finer helps nobody who reads it. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static List<String> rule(int[] widths) {
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    return rule;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - length(cell) + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String cell(String text) {
    String shown = printable(text);
    if (length(shown) <= WIDEST_CELL) {
      return shown;
    }
    int end = shown.offsetByCodePoints(0, WIDEST_CELL - 1);
    return shown.substring(0, end) + "…";
  }

  /** Terminal control characters in foreign text must not reach the terminal. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\uFFFD");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
