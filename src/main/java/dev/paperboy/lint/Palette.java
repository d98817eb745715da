package dev.paperboy.lint;

import dev.paperboy.lint.StyleSheet.StyleRule;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Which colours the words of a page have: as its inline styles say, or in the dark palette. */
final class Palette {

  /** Selectors of states, such as {@code :hover}, say nothing about the page at rest. */
  private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9_\\s.,#>*\\[\\]=\"'^$~-]+");

  private static final Colour LINK = new Colour(0, 0, 0xEE);
  private static final Colour DARK_LINK = new Colour(0x9E, 0x9E, 0xFF);

  /** What overrides the inline styles, and what was asked before. */
  private final Map<Element, Colour> inks = new IdentityHashMap<>();

  private final Map<Element, Colour> grounds = new IdentityHashMap<>();
  private final Page page;
  private final Colour link;

  private Palette(Page page, Colour link) {
    this.page = page;
    this.link = link;
  }

  /** Inline styles alone. */
  static Palette light(Page page) {
    return new Palette(page, LINK);
  }

  /** Inline styles, overridden by what the rules for the dark palette say with !important. */
  static Palette dark(Page page, List<StyleRule> rules) {
    Palette palette = new Palette(page, DARK_LINK);
    for (StyleRule rule : rules) {
      if (rule.isForDark() && SELECTOR.matcher(rule.selector()).matches()) {
        palette.override(rule);
      }
    }
    return palette;
  }

  private void override(StyleRule rule) {
    Optional<Colour> ink = important(rule.declarations(), "color");
    Optional<Colour> ground =
        important(rule.declarations(), "background")
            .or(() -> important(rule.declarations(), "background-color"));
    if (ink.isEmpty() && ground.isEmpty()) {
      return;
    }
    for (Element element : selected(rule.selector())) {
      ink.ifPresent(colour -> inks.put(element, colour));
      ground.ifPresent(colour -> grounds.put(element, colour));
    }
  }

  private List<Element> selected(String selector) {
    try {
      return page.document().select(selector);
    } catch (Selector.SelectorParseException | IllegalArgumentException notOurs) {
      return List.of();
    }
  }

  private static Optional<Colour> important(Declarations declarations, String property) {
    return declarations.isImportant(property)
        ? ground(declarations.value(property))
        : Optional.empty();
  }

  /** The colour of the element's own words. */
  Colour ink(Element element) {
    @Nullable Colour known = inks.get(element);
    if (known != null) {
      return known;
    }
    Optional<Colour> own = Colour.parse(page.style(element).value("color"));
    Element parent = element.parent();
    Colour ink;
    if (own.isEmpty() && element.nameIs("a") && element.hasAttr("href")) {
      ink = link;
    } else {
      ink = own.orElseGet(() -> parent == null ? Colour.BLACK : ink(parent));
    }
    inks.put(element, ink);
    return ink;
  }

  /** The colour behind the element's own words. */
  Colour ground(Element element) {
    @Nullable Colour known = grounds.get(element);
    if (known != null) {
      return known;
    }
    Element parent = element.parent();
    Colour ground =
        ownGround(element).orElseGet(() -> parent == null ? Colour.WHITE : ground(parent));
    grounds.put(element, ground);
    return ground;
  }

  private Optional<Colour> ownGround(Element element) {
    Declarations style = page.style(element);
    return ground(style.value("background-color"))
        .or(() -> ground(style.value("background")))
        .or(() -> Colour.parse(element.attr("bgcolor")));
  }

  /** The first colour among the words of a background. */
  private static Optional<Colour> ground(String value) {
    Optional<Colour> whole = Colour.parse(value);
    if (whole.isPresent() || value.isEmpty()) {
      return whole;
    }
    for (String word : value.split("\\s+")) {
      Optional<Colour> colour = Colour.parse(word);
      if (colour.isPresent()) {
        return colour;
      }
    }
    return Optional.empty();
  }
}
