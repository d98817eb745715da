package dev.paperboy.lint;

import dev.paperboy.lint.Expected.Kind;
import dev.paperboy.lint.Expected.ReaderTokens;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** D4: text and HTML say the same, and both show the way out. */
final class AgreementRules implements RuleGroup {

  private static final Pattern WAY_OUT = Pattern.compile("(?i)unsubscribe");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    String text = mail.text().map(FlowedLines::joined).orElse("");
    if (mail.text().isPresent() && mail.page().isPresent()) {
      sameLinks(mail.page().get().links(), WebLinks.in(text), findings);
      sameHeadings(mail.page().get().headings(), text, findings);
    }
    boolean list = mail.kind(expected) == Kind.LIST;
    ReaderTokens tokens = expected.reader().tokens();
    mail.text().ifPresent(part -> waysOut("text", text, tokens, list, findings));
    mail.page().ifPresent(page -> waysOut("HTML", page.linkWords(), tokens, list, findings));
  }

  private static void sameLinks(List<String> html, List<String> text, Findings findings) {
    int most = Math.max(html.size(), text.size());
    for (int i = 0; i < most; i++) {
      String inHtml = i < html.size() ? Findings.quoted(html.get(i)) : "missing";
      String inText = i < text.size() ? Findings.quoted(text.get(i)) : "missing";
      // Headings of the text are in capitals.
      if (i >= Math.min(html.size(), text.size()) || !html.get(i).equalsIgnoreCase(text.get(i))) {
        findings.add(
            Rule.D4,
            "Link %d of the HTML is %s, of the text %s. Show the same ones in the same order."
                .formatted(i + 1, inHtml, inText));
        return;
      }
    }
  }

  private static void sameHeadings(List<String> headings, String text, Findings findings) {
    String words = plain(text);
    int at = 0;
    for (String heading : headings) {
      int found = words.indexOf(plain(heading), at);
      if (found < 0) {
        findings.add(
            Rule.D4,
            "The heading %s of the HTML is not in the text, or not in this place."
                .formatted(Findings.quoted(heading)));
        return;
      }
      at = found + plain(heading).length();
    }
  }

  /** In one case, and without the stars that mark matched words in the text. */
  private static String plain(String words) {
    return FlowedLines.onOneLine(words.replace("*", "")).toUpperCase(Locale.ROOT);
  }

  private static void waysOut(
      String part, String words, ReaderTokens tokens, boolean list, Findings findings) {
    String token = tokens.unsubscribe();
    boolean leaves = token == null ? WAY_OUT.matcher(words).find() : words.contains(token);
    if (!leaves && (list || token != null)) {
      findings.add(Rule.D4, "The " + part + " part has no unsubscribe link of this reader.");
    }
    @Nullable String interests = tokens.interests();
    if (interests != null && !words.contains(interests)) {
      findings.add(Rule.D4, "The " + part + " part has no link to this reader's interests.");
    }
  }
}
