package dev.paperboy.lint;

import dev.paperboy.lint.Expected.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** E10, E11 and E13: what the reader sees first and last, and nobody else's secrets. */
final class ReaderRules implements RuleGroup {

  private static final int SHORTEST_PREHEADER = 40;
  private static final int LONGEST_PREHEADER = 130;

  private static final Pattern REASON =
      Pattern.compile(
          "(?i)\\byou(?:'re| are| have)? (?:get|receiv|subscrib|sign)"
              + "|\\bbecause (?:you|[^ ]+@[^ ]+) ");

  private static final Pattern UNSUBSCRIBE = Pattern.compile("(?i)unsubscribe");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    mail.page()
        .ifPresent(
            page -> {
              preheader(page, mail.subject(), findings);
              if (mail.kind(expected) == Kind.LIST) {
                footer(page, mail, expected, findings);
              }
            });
    strangers(mail, expected, findings);
  }

  private static void preheader(Page page, String subject, Findings findings) {
    Optional<TextNode> first =
        page.document()
            .body()
            .nodeStream(TextNode.class)
            .filter(text -> !text.isBlank())
            .findFirst();
    Optional<Element> element = first.map(text -> (Element) text.parentNode());
    if (element.isEmpty() || !page.isHidden(element.get())) {
      findings.add(
          Rule.E10,
          "The HTML has no preheader. Begin the body with a hidden sentence about what is in it.");
      return;
    }
    String words = element.get().text().replaceAll("[\\s\\p{Z}\\p{Cf}\\u034F]+", " ").strip();
    int length = words.codePointCount(0, words.length());
    if (length < SHORTEST_PREHEADER || length > LONGEST_PREHEADER) {
      findings.add(
          Rule.E10,
          "The preheader has %d characters; %d to %d are shown well."
              .formatted(length, SHORTEST_PREHEADER, LONGEST_PREHEADER));
    }
    if (words.equalsIgnoreCase(subject.strip())) {
      findings.add(Rule.E10, "The preheader repeats the subject. Say something more.");
    }
  }

  private static void footer(Page page, ParsedMail mail, Expected expected, Findings findings) {
    String token = expected.reader().tokens().unsubscribe();
    boolean leaves =
        page.document().body().select("a[href]").stream()
            .filter(link -> !link.text().isBlank() && !page.isHidden(link))
            .anyMatch(
                link ->
                    token == null
                        ? UNSUBSCRIBE.matcher(link.text() + link.attr("href")).find()
                        : link.attr("href").contains(token));
    if (!leaves) {
      findings.add(Rule.E11, "The HTML shows no unsubscribe link. Show one.");
    }
    String shown = page.visibleText();
    boolean namesReader =
        mail.head()
            .first("To")
            .flatMap(Mailboxes::only)
            .filter(to -> shown.contains(to.address().toString()))
            .isPresent();
    if (!namesReader && !REASON.matcher(shown).find()) {
      findings.add(
          Rule.E11, "The HTML does not say why the reader gets it. Add a sentence that does.");
    }
    mail.head()
        .first("From")
        .flatMap(Mailboxes::only)
        .ifPresent(
            from -> {
              sender(from.name(), shown, findings);
              sender(from.address().toString(), shown, findings);
            });
  }

  private static void sender(String who, String shown, Findings findings) {
    if (!shown.contains(who)) {
      findings.add(
          Rule.E11, "The HTML does not name its sender: " + Findings.quoted(who) + " is missing.");
    }
  }

  private static void strangers(ParsedMail mail, Expected expected, Findings findings) {
    if (expected.strangers().isEmpty()) {
      return;
    }
    Haystack haystack = Haystack.of(mail);
    for (String stranger : expected.strangers()) {
      if (haystack.has(stranger)) {
        findings.add(
            Rule.E13,
            "The mail has an address or a token of somebody else, beginning %s. Find out why."
                .formatted(Findings.quoted(stranger.substring(0, Math.min(4, stranger.length())))));
      }
    }
  }
}
