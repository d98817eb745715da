package dev.paperboy.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * D5 and D6: what a template or a paper's source left behind. Papers may speak of these things: so
 * {@code ${7*7}}, {@code $5 and $6} and "the null hypothesis" are fine.
 */
final class LeftoverRules implements RuleGroup {

  private static final Pattern TEMPLATE =
      Pattern.compile("\\$\\{\\s*[A-Za-z_.]|</?[#@][A-Za-z]|\\[=\\s*[A-Za-z]");

  /** Where a value should stand: alone, after a label, before a word that counts, in a list. */
  private static final Pattern NULL =
      Pattern.compile(
          "(?m)(?:^|[:=·|]) ?null ?(?:$|[·|;)])"
              + "|\\bnull (?:votes?|comments?|papers?|authors?|more)\\b|\\bnull, null\\b"
              + "|\\b(?:by|to) null$");

  private static final Pattern NULL_ADDRESS = Pattern.compile("[/=]null(?:$|[/?&#])");

  private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+\\s?\\{");
  private static final Pattern DOLLARS =
      Pattern.compile("\\$(?![\\s\\d])([^$\\n]{0,200}[^$\\s])\\$(?!\\d)");
  private static final Pattern MATH =
      Pattern.compile("[\\\\^_{}=]|[A-Za-z]|[A-Za-z]\\([A-Za-z0-9, ]{1,20}\\)");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    judge("subject", mail.subject(), expected, findings);
    mail.text().map(FlowedLines::joined).ifPresent(text -> judge("text", text, expected, findings));
    mail.page()
        .ifPresent(
            page -> {
              judge("HTML", String.join("\n", page.blocks()), expected, findings);
              addresses(page.links(), findings);
            });
  }

  private static void judge(String place, String words, Expected expected, Findings findings) {
    all(TEMPLATE, words, expected)
        .forEach(
            piece ->
                findings.add(
                    Rule.D5,
                    "The %s has a piece of a template: %s. Mend the template."
                        .formatted(place, piece)));
    all(NULL, words, expected)
        .forEach(
            piece ->
                findings.add(
                    Rule.D5,
                    "The %s has null where a value should be: %s. Give a value, or leave it out."
                        .formatted(place, piece)));
    all(COMMAND, words, Expected.nothing())
        .forEach(piece -> findings.add(Rule.D6, latex(place, piece)));
    Matcher math = DOLLARS.matcher(words);
    while (math.find()) {
      if (isMath(math.group(1))) {
        findings.add(Rule.D6, latex(place, Findings.quoted(math.group())));
      }
    }
  }

  private static String latex(String place, String piece) {
    return "The " + place + " has raw LaTeX: " + piece + ". Write it as plain text.";
  }

  private static boolean isMath(String inner) {
    Matcher matcher = MATH.matcher(inner);
    return matcher.matches() || inner.chars().anyMatch(c -> "\\^_{}=".indexOf(c) >= 0);
  }

  private static void addresses(List<String> links, Findings findings) {
    for (String link : links) {
      if (NULL_ADDRESS.matcher(link).find()) {
        findings.add(
            Rule.D5, "A link has null where a value should be: " + Findings.quoted(link) + ".");
      }
    }
  }

  /** Each place that is not quoted, with a little of what follows. */
  private static List<String> all(Pattern pattern, String words, Expected expected) {
    return pattern
        .matcher(words)
        .results()
        .filter(match -> !expected.quotes(match.group()))
        .map(match -> words.substring(match.start(), Math.min(words.length(), match.end() + 15)))
        .map(Findings::quoted)
        .toList();
  }
}
