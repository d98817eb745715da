package dev.paperboy.lint;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** D3: the plain text part, as people read it and as RFC 3676 wants it. */
final class TextRules implements RuleGroup {

  private static final int WIDEST = 78;

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|([A-Za-z][A-Za-z0-9]{1,30}));");

  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:a|b|body|br|code|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|script|span"
              + "|strong|style|sub|sup|table|td|th|tr|ul)(?:\\s[^<>]{0,400})?/?>",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    mail.text()
        .ifPresent(
            part -> {
              flow(part, findings);
              markup(part, mail, expected, findings);
            });
  }

  private static void flow(TextPart part, Findings findings) {
    if (!FlowedLines.isFlowed(part)) {
      findings.add(Rule.D3, "The text part is not format=flowed. Add it to its Content-Type.");
    }
    Lines.of(part.content(), 0, part.content().length(), 1)
        .forEach(line -> line(line.number(), line.text(), findings));
  }

  private static void line(int number, String line, Findings findings) {
    int length = line.codePointCount(0, line.length());
    if (length > WIDEST && line.strip().indexOf(' ') >= 0) {
      findings.add(
          Rule.D3,
          "Line %d of the text has %d characters. Break it at a space: %s."
              .formatted(number, length, Findings.quoted(line)));
    }
    if (line.startsWith(">") || line.startsWith("From ")) {
      findings.add(
          Rule.D3,
          "Line %d of the text is taken for something else. Put a space before it: %s."
              .formatted(number, Findings.quoted(line)));
    }
  }

  private static void markup(TextPart part, ParsedMail mail, Expected expected, Findings findings) {
    String text = FlowedLines.joined(part);
    ENTITY
        .matcher(text)
        .results()
        .filter(entity -> entity.group(1) == null || Entities.isNamedEntity(entity.group(1)))
        .filter(entity -> !expected.quotes(entity.group()))
        .forEach(
            entity ->
                findings.add(
                    Rule.D3,
                    "The text has an HTML entity: " + entity.group() + ". Write the character."));
    // What the HTML shows as text, too, is a paper's own words.
    String shown = mail.page().map(page -> oneCase(page.text())).orElse("");
    TAG.matcher(text)
        .results()
        .filter(tag -> !shown.contains(oneCase(tag.group())) && !expected.quotes(tag.group()))
        .forEach(
            tag ->
                findings.add(
                    Rule.D3,
                    "The text has an HTML tag: " + Findings.quoted(tag.group()) + ". Remove it."));
  }

  private static String oneCase(String text) {
    return FlowedLines.onOneLine(text).toLowerCase(Locale.ROOT);
  }
}
