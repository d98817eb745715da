package dev.paperboy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table for the terminal that is also Markdown, so that figures can be copied into the docs. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... heads) {
    rows.add(List.of(heads));
  }

  void row(Object... cells) {
    rows.add(IntStream.range(0, cells.length).mapToObj(i -> String.valueOf(cells[i])).toList());
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      append(table, rows.get(r), widths, ' ');
      if (r == 0) {
        append(table, rows.get(0).stream().map(head -> "").toList(), widths, '-');
      }
    }
    return table.toString();
  }

  private static void append(StringBuilder table, List<String> row, int[] widths, char fill) {
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String rest = String.valueOf(fill).repeat(widths[i] - cell.length());
      boolean figure = i > 0 && !cell.isEmpty();
      table.append("| ").append(figure ? rest + cell : cell + rest).append(' ');
    }
    table.append("|\n");
  }
}
