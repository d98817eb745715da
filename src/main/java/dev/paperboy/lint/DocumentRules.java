package dev.paperboy.lint;

import dev.paperboy.lint.StyleSheet.StyleRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** E1 to E4 and E12: the HTML as a document. */
final class DocumentRules implements RuleGroup {

  private static final int MOST_DECODED = 90 * 1024;
  private static final int MOST_ENCODED = 102_400;

  private static final List<String> HIDING = List.of("display", "visibility", "opacity");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    mail.html().ifPresent(part -> size(part, findings));
    mail.page()
        .ifPresent(
            page -> {
              language(page, findings);
              head(page, findings);
              styles(page, findings);
              wellFormed(page, findings);
            });
  }

  private static void size(TextPart part, Findings findings) {
    if (part.octets() > MOST_DECODED || part.part().body().length() > MOST_ENCODED) {
      findings.add(
          Rule.E1,
          "The HTML has %d bytes, %d as sent. Gmail clips it: at most %d and %d."
              .formatted(part.octets(), part.part().body().length(), MOST_DECODED, MOST_ENCODED));
    }
  }

  private static void language(Page page, Findings findings) {
    if (page.document().documentType() == null) {
      findings.add(Rule.E2, "There is no doctype. Begin with <!doctype html>.");
    }
    named("html", page.document().selectFirst("html"), findings);
    named("the first element in body", page.document().body().firstElementChild(), findings);
  }

  private static void named(String name, @Nullable Element element, Findings findings) {
    for (String attribute : List.of("lang", "dir")) {
      if (element == null || element.attr(attribute).isBlank()) {
        findings.add(Rule.E2, "There is no " + attribute + " on " + name + ". Add it.");
      }
    }
  }

  private static void head(Page page, Findings findings) {
    if (page.document().title().isBlank()) {
      findings.add(Rule.E3, "The HTML has no title. Give it the subject.");
    }
    if (page.document().select("meta[charset]").isEmpty()) {
      findings.add(Rule.E3, "There is no meta charset. Add <meta charset=\"utf-8\">.");
    }
    for (String name : List.of("viewport", "color-scheme")) {
      Elements metas = page.document().select("meta[name=" + name + "]");
      if (metas.stream().allMatch(meta -> meta.attr("content").isBlank())) {
        findings.add(Rule.E3, "There is no meta " + name + ". Add it.");
      }
    }
  }

  private static void styles(Page page, Findings findings) {
    Elements sheets = page.document().select("style");
    String css = sheets.html();
    int bytes = css.getBytes(StandardCharsets.UTF_8).length;
    if (sheets.size() > 1) {
      findings.add(Rule.E4, "There are " + sheets.size() + " style elements. Have one at most.");
    }
    if (bytes > StyleSheet.MOST_BYTES) {
      findings.add(
          Rule.E4,
          "The style element has %d bytes; Gmail drops one of more than %d."
              .formatted(bytes, StyleSheet.MOST_BYTES));
    }
    for (StyleRule rule : StyleSheet.read(css)) {
      String selector = Findings.quoted(rule.selector());
      if (HIDING.stream().anyMatch(property -> !rule.declarations().value(property).isEmpty())) {
        findings.add(
            Rule.E4,
            "The style rule %s hides or shows. Many programs drop it: do it inline."
                .formatted(selector));
      } else if (rule.condition().isEmpty() && rule.selector().matches("(?s).*[.#\\[].*")) {
        findings.add(
            Rule.E4,
            "The style rule %s is for all screens. Many programs drop it: write it inline."
                .formatted(selector));
      }
    }
  }

  private static void wellFormed(Page page, Findings findings) {
    for (ParseError error : page.errors()) {
      findings.add(
          Rule.E12,
          "The HTML is broken at %s: %s. Balance its tags and escape what is foreign."
              .formatted(
                  error.getCursorPos(),
                  Findings.quoted(error.getErrorMessage().toLowerCase(Locale.ROOT))));
    }
  }
}
