package dev.paperboy.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/**
 * The HTML part taken apart as a browser would.
 *
 * @param errors where the parser had to guess
 * @param styles the inline styles of the elements that have one
 * @param hidden the elements that are hidden by their own style or that of one around them
 */
record Page(
    Document document,
    List<ParseError> errors,
    Map<Element, Declarations> styles,
    Set<Element> hidden) {

  /** Larger ones break E1 by far; the other rules are not asked. */
  private static final int MOST_READ = 256 * 1024;

  private static final int MOST_ERRORS = 20;

  /** Empty where there is too much to judge. */
  static Optional<Page> of(String html) {
    if (html.length() > MOST_READ) {
      return Optional.empty();
    }
    Parser parser = Parser.htmlParser().setTrackErrors(MOST_ERRORS).setTrackPosition(true);
    Document document = parser.parseInput(html, "");
    Map<Element, Declarations> styles = new IdentityHashMap<>();
    for (Element element : document.select("[style]")) {
      styles.put(element, Declarations.of(element.attr("style")));
    }
    return Optional.of(
        new Page(document, List.copyOf(parser.getErrors()), styles, hidden(document, styles)));
  }

  private static Set<Element> hidden(Document document, Map<Element, Declarations> styles) {
    Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element element : document.getAllElements()) {
      Declarations style = styles.getOrDefault(element, Declarations.NONE);
      Element parent = element.parent();
      if (style.value("display").equals("none") || (parent != null && hidden.contains(parent))) {
        hidden.add(element);
      }
    }
    return hidden;
  }

  /** The element's inline style. */
  Declarations style(Element element) {
    return styles.getOrDefault(element, Declarations.NONE);
  }

  /** The elements of the body that people see and that have words of their own. */
  List<Element> speaking() {
    return document.body().getAllElements().stream()
        .filter(element -> !element.ownText().isBlank() && !isHidden(element))
        .toList();
  }

  /** Whether the element, or one around it, is hidden by its own style. */
  boolean isHidden(Element element) {
    return hidden.contains(element);
  }

  /** All words of the body. */
  String text() {
    return document.body().text();
  }

  /** The words of the body that people see. */
  String visibleText() {
    StringBuilder out = new StringBuilder();
    document
        .body()
        .forEachNode(
            node -> {
              if (node instanceof TextNode text && !isHidden(text)) {
                out.append(text.getWholeText());
              } else if (node instanceof Element element && element.isBlock()) {
                out.append('\n');
              }
            });
    return FlowedLines.onOneLine(out.toString());
  }

  private boolean isHidden(TextNode text) {
    return text.parentNode() instanceof Element parent && isHidden(parent);
  }

  /** The words of each paragraph, heading or cell. */
  List<String> blocks() {
    return document.body().getAllElements().stream()
        .filter(
            element -> element.isBlock() && element.children().stream().noneMatch(Element::isBlock))
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .toList();
  }

  List<String> headings() {
    return document.body().select("h1, h2, h3, h4, h5, h6").eachText();
  }

  /** Web addresses as {@link WebLinks} gives them: in words that people see, and of links. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    document
        .body()
        .forEachNode(
            node -> {
              if (node instanceof Element element && element.nameIs("a")) {
                links.addAll(linksOf(element));
              } else if (node instanceof TextNode text && !isInLink(text) && !isHidden(text)) {
                links.addAll(WebLinks.in(text.text()));
              }
            });
    return links;
  }

  /** Those in the words of a link, then where it leads; once if they are the same. */
  private static List<String> linksOf(Element link) {
    List<String> target = WebLinks.in(link.attr("href").strip());
    List<String> all = new ArrayList<>(WebLinks.in(link.text()));
    all.removeAll(target);
    all.addAll(target);
    return all;
  }

  private static boolean isInLink(Node node) {
    for (Node at = node; at != null; at = at.parent()) {
      if (at.nameIs("a")) {
        return true;
      }
    }
    return false;
  }

  /** Words and addresses of all links. */
  String linkWords() {
    return document.body().select("a[href]").stream()
        .map(link -> link.text() + " " + link.attr("href"))
        .collect(Collectors.joining("\n"));
  }
}
