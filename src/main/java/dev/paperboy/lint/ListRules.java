package dev.paperboy.lint;

import dev.paperboy.lint.Expected.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** B1 to B8: headers of mailing lists and of machines (RFC 2369, 2919, 3834, 8058). */
final class ListRules implements RuleGroup {

  private static final Pattern LIST_ID =
      Pattern.compile("(?:[^<>]*\\s)?<[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+>");
  private static final Pattern TARGET = Pattern.compile("<([^<>]*)>");
  private static final Pattern ROW_ID = Pattern.compile("(?:[/=])\\d{1,18}(?:$|[/&?#])");
  private static final Set<String> SUPPRESS =
      new TreeSet<>(List.of("oof", "autoreply", "rn", "nrn"));

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    Kind kind = mail.kind(expected);
    if (kind == Kind.LIST) {
      listId(mail, findings);
      unsubscribe(mail, expected, findings);
      oneClick(mail, findings);
      automatic(mail, "auto-generated", findings);
      bulk(mail, findings);
      courtesy(mail, findings);
    } else if (kind == Kind.ANSWER) {
      noOneClick(mail, findings);
      automatic(mail, "auto-replied", findings);
      envelope(expected, findings);
    }
    suppressNoBounces(mail, findings);
  }

  private static void listId(ParsedMail mail, Findings findings) {
    String value = mail.head().value("List-Id");
    if (value.length() > 255 || !LIST_ID.matcher(value).matches()) {
      findings.add(
          Rule.B1,
          "List-Id is %s. Write one such as <digest.example.org>."
              .formatted(value.isEmpty() ? "missing" : Findings.quoted(value)));
    }
  }

  private static void unsubscribe(ParsedMail mail, Expected expected, Findings findings) {
    Optional<HeaderField> field = mail.head().first("List-Unsubscribe");
    if (field.isEmpty()) {
      findings.add(Rule.B2, "There is no List-Unsubscribe. Add <https://…token>, <mailto:…>.");
      return;
    }
    List<String> targets = new ArrayList<>();
    for (MatchResult match : TARGET.matcher(field.get().value()).results().toList()) {
      targets.add(match.group(1).strip());
    }
    List<String> web = targets.stream().filter(t -> !startsWith(t, "mailto:")).toList();
    if (web.size() != 1 || !startsWith(web.get(0), "https://")) {
      findings.add(
          Rule.B2, field.get().place() + " must name one https address; it names others or none.");
    } else {
      page(field.get(), web.get(0), expected, findings);
    }
    if (web.size() == targets.size()) {
      findings.add(Rule.B2, field.get().place() + " names no mailto: address. Add one.");
    }
  }

  private static void page(HeaderField field, String page, Expected expected, Findings findings) {
    String token = expected.reader().tokens().unsubscribe();
    String afterHost = page.replaceFirst("(?i)^https://[^/?#]*", "");
    if (!TokenForm.hasOpaque(afterHost)) {
      findings.add(
          Rule.B2, field.place() + " has no token of 128 bit or more that nobody can guess.");
    } else if (token != null && !page.contains(token)) {
      findings.add(Rule.B2, field.place() + " does not have the token of this subscriber.");
    }
    if (afterHost.contains("@") || afterHost.toLowerCase(Locale.ROOT).contains("%40")) {
      findings.add(Rule.B2, field.place() + " has an address in clear. A token is enough.");
    }
    if (ROW_ID.matcher(afterHost).find()) {
      findings.add(Rule.B2, field.place() + " has a number that counts rows. A token is enough.");
    }
    if (expected.sender().baseUrl() != null
        && !page.startsWith(expected.sender().baseUrl() + "/")) {
      findings.add(
          Rule.B2, field.place() + " does not lead to " + expected.sender().baseUrl() + ".");
    }
  }

  private static boolean startsWith(String target, String scheme) {
    return target.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static void oneClick(ParsedMail mail, Findings findings) {
    Optional<HeaderField> field = mail.head().first("List-Unsubscribe-Post");
    String value = field.map(HeaderField::raw).orElse("");
    if (!value.equals(" List-Unsubscribe=One-Click")) {
      findings.add(
          Rule.B3,
          "List-Unsubscribe-Post is %s. Write List-Unsubscribe=One-Click, exactly."
              .formatted(field.isEmpty() ? "missing" : Findings.quoted(value)));
    }
  }

  private static void noOneClick(ParsedMail mail, Findings findings) {
    if (mail.head().first("List-Unsubscribe-Post").isPresent()) {
      findings.add(
          Rule.B3, "An answer has List-Unsubscribe-Post. It is no list mail; remove the header.");
    }
  }

  private static void automatic(ParsedMail mail, String wanted, Findings findings) {
    String value = mail.head().value("Auto-Submitted");
    if (!value.equalsIgnoreCase(wanted)) {
      findings.add(
          Rule.B6,
          "Auto-Submitted is %s. Write %s."
              .formatted(value.isEmpty() ? "missing" : Findings.quoted(value), wanted));
    }
  }

  private static void bulk(ParsedMail mail, Findings findings) {
    if (!mail.head().value("Precedence").equalsIgnoreCase("bulk")) {
      findings.add(Rule.B6, "Precedence is not bulk. Add Precedence: bulk.");
    }
    if (!suppressed(mail).containsAll(SUPPRESS)) {
      findings.add(Rule.B6, "X-Auto-Response-Suppress must be OOF, AutoReply, RN, NRN.");
    }
  }

  private static void suppressNoBounces(ParsedMail mail, Findings findings) {
    Set<String> reports = new TreeSet<>(suppressed(mail));
    reports.retainAll(Set.of("dr", "ndr", "all"));
    if (!reports.isEmpty()) {
      findings.add(
          Rule.B6,
          "X-Auto-Response-Suppress names %s and so suppresses the bounces we need. Remove it."
              .formatted(String.join(", ", reports).toUpperCase(Locale.ROOT)));
    }
  }

  private static Set<String> suppressed(ParsedMail mail) {
    return Arrays.stream(mail.head().value("X-Auto-Response-Suppress").split(","))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static void courtesy(ParsedMail mail, Findings findings) {
    for (String name : List.of("Feedback-ID", "List-Help", "List-Owner")) {
      if (mail.head().value(name).isEmpty()) {
        findings.add(Rule.B7, "There is no " + name + ". Add it.");
      }
    }
    if (!mail.head().value("List-Post").matches("NO(?:\\s.*)?")) {
      findings.add(Rule.B7, "List-Post is not NO. Nobody can write to the list: List-Post: NO.");
    }
  }

  private static void envelope(Expected expected, Findings findings) {
    String sender = expected.reader().envelopeSender();
    if (sender != null && !sender.isEmpty()) {
      findings.add(
          Rule.B8, "The answer's envelope sender is not empty. Send it with MAIL FROM:<>.");
    }
  }
}
