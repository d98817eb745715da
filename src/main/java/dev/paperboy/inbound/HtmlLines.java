package dev.paperboy.inbound;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Reads a page as the lines that people see: what is quoted in it begins with {@code >}, as in
 * plain text. Scripts, styles and pictures are nothing.
 */
final class HtmlLines implements NodeVisitor {

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "li", "tr", "pre", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol");
  private static final Set<String> NOTHING = Set.of("script", "style", "head", "title");

  private final StringBuilder text = new StringBuilder();
  private int quoted;
  private int hidden;
  private boolean begun;

  private HtmlLines() {}

  static String of(String html) {
    HtmlLines lines = new HtmlLines();
    Jsoup.parse(html).traverse(lines);
    return lines.text.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words && hidden == 0) {
      Node parent = words.parent();
      boolean kept = parent != null && isPreformatted((Element) parent);
      append(kept ? words.getWholeText() : words.getWholeText().replaceAll("[\\t\\r\\n ]+", " "));
    } else if (node instanceof Element element) {
      String name = element.normalName();
      hidden += NOTHING.contains(name) ? 1 : 0;
      if (name.equals("br")) {
        newLine();
      } else if (BLOCKS.contains(name)) {
        endLine();
        quoted += name.equals("blockquote") ? 1 : 0;
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      hidden -= NOTHING.contains(name) ? 1 : 0;
      if (BLOCKS.contains(name)) {
        endLine();
        quoted -= name.equals("blockquote") ? 1 : 0;
      }
    }
  }

  private static boolean isPreformatted(Element element) {
    return element.closest("pre") != null || element.attr("style").contains("pre-wrap");
  }

  private void append(String words) {
    String[] lines = words.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        newLine();
      }
      String line = begun ? lines[i] : lines[i].replaceFirst("^ (?=\\S)", "");
      if (!line.isEmpty() && !(line.isBlank() && !begun && line.length() == 1)) {
        begin();
        text.append(line);
      }
    }
  }

  private void begin() {
    if (!begun) {
      text.append("> ".repeat(Math.min(quoted, 9)));
      begun = true;
    }
  }

  private void newLine() {
    begin();
    text.append('\n');
    begun = false;
  }

  private void endLine() {
    if (begun) {
      text.append('\n');
      begun = false;
    }
  }
}
