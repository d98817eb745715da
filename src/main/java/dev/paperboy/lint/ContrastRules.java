package dev.paperboy.lint;

import dev.paperboy.lint.StyleSheet.StyleRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** E9: headings in order, and words that can be read in every palette (WCAG 2.1, 1.4.3). */
final class ContrastRules implements RuleGroup {

  private static final double LEAST = 4.5;

  private static final Set<String> NO_COLOUR =
      Set.of("", "transparent", "inherit", "initial", "unset", "none", "currentcolor");

  private static final List<String> COLOURED = List.of("color", "background-color", "background");

  private static final Pattern URL = Pattern.compile("url\\(.*");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    mail.page()
        .ifPresent(
            page -> {
              headings(page, findings);
              List<StyleRule> rules = StyleSheet.read(page.document().select("style").html());
              pureColours(page, rules, findings);
              List<Element> speaking = page.speaking();
              Palette light = Palette.light(page);
              Palette dark = Palette.dark(page, rules);
              contrast("light colours", speaking, light, UnaryOperator.identity(), findings);
              contrast("dark palette", speaking, dark, UnaryOperator.identity(), findings);
              contrast("inverted colours", speaking, light, Colour::inverted, findings);
            });
  }

  private static void headings(Page page, Findings findings) {
    List<Element> headings = page.document().body().select("h1, h2, h3, h4, h5, h6");
    long first = headings.stream().filter(heading -> heading.nameIs("h1")).count();
    if (first != 1) {
      findings.add(Rule.E9, "There are " + first + " h1. Have one: what the mail is about.");
    }
    int before = 0;
    for (Element heading : headings) {
      int level = heading.tagName().charAt(1) - '0';
      if (level > before + 1) {
        findings.add(
            Rule.E9,
            "The heading %s is h%d after h%d. Skip no level."
                .formatted(Findings.quoted(heading.text()), level, before));
      }
      before = level;
    }
  }

  /** Programs that invert colours leave these alone, or make white on white of them. */
  private static void pureColours(Page page, List<StyleRule> rules, Findings findings) {
    List<Declarations> all = new ArrayList<>();
    page.document().select("[style]").forEach(element -> all.add(page.style(element)));
    page.document()
        .select("[bgcolor]")
        .forEach(e -> all.add(Declarations.of("background:" + e.attr("bgcolor"))));
    rules.forEach(rule -> all.add(rule.declarations()));
    Set<String> messages = new LinkedHashSet<>();
    for (Declarations declarations : all) {
      for (String property : COLOURED) {
        String value = URL.matcher(declarations.value(property)).replaceAll("").strip();
        if (Colour.parse(value).filter(Colour::isPure).isPresent()) {
          messages.add("The colour " + value + " is pure. Take a softer one.");
        } else if (!NO_COLOUR.contains(value) && Colour.parse(value).isEmpty()) {
          messages.add(
              "The colour %s cannot be judged. Write it as #rrggbb."
                  .formatted(Findings.quoted(value)));
        }
      }
    }
    messages.forEach(message -> findings.add(Rule.E9, message));
  }

  private static void contrast(
      String where,
      List<Element> speaking,
      Palette palette,
      UnaryOperator<Colour> shown,
      Findings findings) {
    Set<String> seen = new LinkedHashSet<>();
    for (Element element : speaking) {
      Colour ink = shown.apply(palette.ink(element));
      Colour ground = shown.apply(palette.ground(element));
      if (ink.contrast(ground) < LEAST && seen.add(ink + " on " + ground)) {
        findings.add(
            Rule.E9,
            "%s has a contrast of %.1f:1 in %s (%s on %s); %.1f:1 is the least."
                .formatted(
                    Findings.quoted(element.ownText()),
                    ink.contrast(ground),
                    where,
                    ink,
                    ground,
                    LEAST));
      }
    }
  }
}
