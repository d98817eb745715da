package dev.paperboy.inbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Reads a page as the lines that people see: what is quoted in it begins with {@code >}, as in
 * plain text, and an item of a list with a hyphen. Scripts, styles and pictures are nothing. One
 * pass over the text; no tree is built, so nesting costs nothing.
 */
final class HtmlLines {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "tr",
          "pre",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "table",
          "ul",
          "ol",
          "hr",
          "section",
          "article",
          "header",
          "footer");
  private static final Set<String> HIDDEN = Set.of("script", "style", "head", "title");

  private static final int DEEPEST_QUOTE = 9;
  private static final int DEEPEST_LIST = 9;
  private static final int LONGEST_NAME = 20;

  private final String page;
  private final StringBuilder text = new StringBuilder();
  private int quoted;
  private int lists;
  private int preformatted;

  /** For each open element of these names, whether its style keeps white space. */
  private final Map<String, Deque<Boolean>> kept =
      Map.of("div", new ArrayDeque<>(), "p", new ArrayDeque<>(), "span", new ArrayDeque<>());

  private boolean item;
  private boolean begun;

  private HtmlLines(String page) {
    this.page = page;
  }

  static String of(String page) {
    HtmlLines lines = new HtmlLines(page);
    lines.run();
    return lines.text.toString();
  }

  private void run() {
    int at = 0;
    while (at < page.length()) {
      int tag = page.indexOf('<', at);
      int end = tag < 0 ? page.length() : tag;
      words(page.substring(at, end));
      at = tag < 0 ? end : afterTag(tag);
    }
  }

  /** Reads what begins with a less-than sign, and says where it ends. */
  private int afterTag(int start) {
    if (page.startsWith("<!--", start)) {
      return after("-->", start + 4);
    }
    char first = start + 1 < page.length() ? page.charAt(start + 1) : ' ';
    if (first == '!' || first == '?') {
      return after(">", start);
    }
    boolean closes = first == '/';
    String name = name(start + (closes ? 2 : 1));
    if (name.isEmpty()) {
      words("&lt;");
      return start + 1;
    }
    int end = tagEnd(start);
    if (!closes && HIDDEN.contains(name)) {
      return afterHidden(name, end);
    }
    tag(name, closes, page.substring(start, end));
    return end;
  }

  private String name(int from) {
    int end = from;
    while (end < page.length()
        && end - from < LONGEST_NAME
        && isNameCharacter(page.charAt(end), end == from)) {
      end++;
    }
    return page.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameCharacter(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (!first && ((c >= '0' && c <= '9') || c == ':' || c == '-'));
  }

  /**
   * After the tag's greater-than sign that stands in no quotation; a tag without one is the rest.
   */
  private int tagEnd(int from) {
    char quote = 0;
    for (int i = from; i < page.length(); i++) {
      char c = page.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && page.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return page.length();
  }

  /** A hidden element that does not end hides nothing, but for a script. */
  private int afterHidden(String name, int from) {
    int at = from;
    int end = page.indexOf("</", at);
    while (end >= 0) {
      if (page.regionMatches(true, end + 2, name, 0, name.length())) {
        return tagEnd(end);
      }
      at = end + 2;
      end = page.indexOf("</", at);
    }
    return page.length();
  }

  private int after(String mark, int from) {
    int end = page.indexOf(mark, from);
    return end < 0 ? page.length() : end + mark.length();
  }

  private void tag(String name, boolean closes, String whole) {
    keepSpace(name, closes, whole);
    if (name.equals("br")) {
      newLine();
    } else if (BLOCKS.contains(name)) {
      endLine();
      int step = closes ? -1 : 1;
      switch (name) {
        case "blockquote" -> quoted = Math.max(0, quoted + step);
        case "ul", "ol" -> lists = Math.max(0, lists + step);
        case "li" -> item = !closes;
        default -> {}
      }
    } else if ((name.equals("td") || name.equals("th")) && begun) {
      text.append(' ');
    }
  }

  private void keepSpace(String name, boolean closes, String whole) {
    if (name.equals("pre")) {
      preformatted = Math.max(0, preformatted + (closes ? -1 : 1));
    }
    Deque<Boolean> open = kept.get(name);
    if (open == null) {
      return;
    }
    if (!closes) {
      open.push(whole.contains("pre-wrap"));
      preformatted += open.getFirst() ? 1 : 0;
    } else if (!open.isEmpty()) {
      preformatted -= open.pop() ? 1 : 0;
    }
  }

  private void words(String raw) {
    if (raw.isEmpty()) {
      return;
    }
    String words = Parser.unescapeEntities(raw, false);
    if (preformatted == 0) {
      append(oneLine(words));
      return;
    }
    String[] lines = words.split("\\r\\n|\\r|\\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        newLine();
      }
      append(lines[i]);
    }
  }

  private static String oneLine(String words) {
    StringBuilder line = new StringBuilder(words.length());
    boolean blank = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean white = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!(white && blank)) {
        line.append(white ? ' ' : c);
      }
      blank = white;
    }
    return line.toString();
  }

  private void append(String words) {
    boolean lead = !begun && preformatted == 0 && words.startsWith(" ");
    String line = lead ? words.substring(1) : words;
    if (!line.isEmpty()) {
      begin(line);
      text.append(line);
    }
  }

  private void begin(String line) {
    if (!begun) {
      text.append("> ".repeat(Math.min(quoted, DEEPEST_QUOTE)));
      begun = true;
      if (item && !line.isBlank()) {
        text.append("  ".repeat(Math.min(Math.max(lists, 1), DEEPEST_LIST)));
        text.append(MarkedBlock.isItem(line) ? "" : "- ");
        item = false;
      }
    }
  }

  private void newLine() {
    begin("");
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
