package dev.paperboy.lint;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** A3 to A6: header fields as such (RFC 5322 sections 2.2 and 3.6, RFC 2047). */
final class HeaderRules implements RuleGroup {

  private static final int LONGEST_WORD = 75;

  private static final List<String> ONCE =
      List.of(
          "Date",
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Bcc",
          "Message-ID",
          "In-Reply-To",
          "References",
          "Subject",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "Feedback-ID",
          "Auto-Submitted");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    fields(mail, findings);
    encodedWords(mail, findings);
    once(mail, findings);
    forbidden(mail, findings);
    date(mail, findings);
  }

  private static void fields(ParsedMail mail, Findings findings) {
    mail.root()
        .tree()
        .flatMap(part -> part.head().badLines().stream())
        .forEach(
            line ->
                findings.add(
                    Rule.A3,
                    "Line %d stands among the headers and is no header that can be read. "
                            .formatted(line)
                        + "Write Name: value, and an empty line before the body."));
    mail.root()
        .tree()
        .flatMap(part -> part.head().fields().stream())
        .filter(field -> !field.raw().chars().allMatch(HeaderRules::isAscii))
        .forEach(
            field ->
                findings.add(
                    Rule.A3,
                    field.place()
                        + " has octets that are not printable ASCII. Write them as encoded words."));
  }

  /** NUL is the finding of another rule. */
  private static boolean isAscii(int octet) {
    return octet == 0
        || (octet >= ' ' && octet < 0x7F)
        || octet == '\t'
        || octet == '\r'
        || octet == '\n';
  }

  private static void encodedWords(ParsedMail mail, Findings findings) {
    for (HeaderField field : mail.head().fields()) {
      String value = field.value();
      Matcher begin = EncodedWord.BEGIN.matcher(value);
      while (begin.find()) {
        encodedWord(field, value, begin.start(), findings);
      }
    }
  }

  private static void encodedWord(HeaderField field, String value, int start, Findings findings) {
    Optional<String> word = EncodedWord.at(value, start);
    if (word.flatMap(EncodedWord::decode).isEmpty()) {
      int end = Math.min(value.length(), start + LONGEST_WORD);
      findings.add(
          Rule.A3,
          "%s has an encoded word that cannot be decoded: %s. Encode it anew."
              .formatted(field.place(), Findings.quoted(value.substring(start, end))));
    } else if (word.get().length() > LONGEST_WORD) {
      findings.add(
          Rule.A3,
          "%s has an encoded word of %d characters. Split it: %d are the most."
              .formatted(field.place(), word.get().length(), LONGEST_WORD));
    }
  }

  private static void once(ParsedMail mail, Findings findings) {
    for (String name : ONCE) {
      List<HeaderField> same = mail.head().all(name);
      if (same.size() > 1) {
        findings.add(
            Rule.A4,
            "%s stands %d times, again on line %d. Leave one."
                .formatted(name, same.size(), same.get(1).line()));
      }
    }
  }

  private static void forbidden(ParsedMail mail, Findings findings) {
    for (HeaderField field : mail.head().fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.equals("bcc") || name.equals("return-path") || name.startsWith("resent-")) {
        findings.add(Rule.A5, field.place() + " must not leave with a mail. Remove it.");
      }
    }
  }

  private static void date(ParsedMail mail, Findings findings) {
    Optional<HeaderField> date = mail.head().first("Date");
    if (date.isEmpty()) {
      findings.add(Rule.A6, "There is no Date. Add when the mail was made.");
    } else if (!isDate(date.get().value())) {
      findings.add(
          Rule.A6,
          "%s is no date: %s. Write one such as Fri, 5 Dec 2025 06:30:00 +0000."
              .formatted(date.get().place(), Findings.quoted(date.get().value())));
    }
  }

  private static boolean isDate(String value) {
    try {
      DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.replaceFirst("\\s*\\([^()]*\\)$", ""));
      return true;
    } catch (DateTimeException no) {
      return false;
    }
  }
}
