package dev.paperboy.lint;

import java.util.function.IntPredicate;

/** A1 and A2: lines as SMTP carries them (RFC 5321 section 4.5.3.1, RFC 5322 section 2.1.1). */
final class LineRules implements RuleGroup {

  private static final int LONGEST = 998;
  private static final int LONGEST_OF_HEADER = 78;
  private static final int LONGEST_ENCODED = 76;

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    String raw = mail.raw();
    lineEnds(raw, findings);
    longLines(raw, findings);
    headerLines(raw, mail.head().bodyStart(), findings);
    mail.root().tree().forEach(part -> encodedLines(part, findings));
  }

  private static void lineEnds(String raw, Findings findings) {
    count(raw, i -> raw.charAt(i) == '\n' && (i == 0 || raw.charAt(i - 1) != '\r'))
        .report(findings, "LF without CR", "End lines with CRLF");
    count(raw, i -> raw.charAt(i) == '\r' && (i + 1 == raw.length() || raw.charAt(i + 1) != '\n'))
        .report(findings, "CR without LF", "End lines with CRLF");
    count(raw, i -> raw.charAt(i) == 0).report(findings, "NUL", "Leave it out, or encode the part");
    if (!raw.endsWith("\n")) {
      findings.add(Rule.A1, "The last line has no end. End it with CRLF.");
    }
  }

  /** How often something occurs, and on which line first. */
  private record Occurrences(int times, int firstLine) {

    void report(Findings findings, String what, String remedy) {
      if (times > 0) {
        findings.add(
            Rule.A1,
            "%s, %d times, first on line %d. %s.".formatted(what, times, firstLine, remedy));
      }
    }
  }

  private static Occurrences count(String raw, IntPredicate bad) {
    int times = 0;
    int firstLine = 0;
    int line = 1;
    for (int i = 0; i < raw.length(); i++) {
      if (bad.test(i)) {
        firstLine = times == 0 ? line : firstLine;
        times++;
      }
      line += raw.charAt(i) == '\n' ? 1 : 0;
    }
    return new Occurrences(times, firstLine);
  }

  private static void longLines(String raw, Findings findings) {
    Lines.of(raw, 0, raw.length(), 1)
        .filter(line -> line.text().length() > LONGEST)
        .forEach(
            line ->
                findings.add(
                    Rule.A2,
                    "Line %d has %d octets; SMTP carries %d. Fold the header or encode the body."
                        .formatted(line.number(), line.text().length(), LONGEST)));
  }

  /** A line without white space inside cannot be folded, and nothing can be done about it. */
  private static void headerLines(String raw, int bodyStart, Findings findings) {
    Lines.of(raw, 0, bodyStart, 1)
        .filter(line -> tooLong(line, LONGEST_OF_HEADER) && isFoldable(line.text()))
        .forEach(
            line ->
                findings.should(
                    Rule.A2,
                    "Header line %d has %d characters. Fold it at white space to at most %d."
                        .formatted(line.number(), line.text().length(), LONGEST_OF_HEADER)));
  }

  private static boolean isFoldable(String line) {
    String words = line.strip();
    return words.indexOf(' ') >= 0 || words.indexOf('\t') >= 0;
  }

  private static void encodedLines(MimePart part, Findings findings) {
    if (!part.encoding().equals("quoted-printable") && !part.encoding().equals("base64")) {
      return;
    }
    Lines.of(part.body(), 0, part.body().length(), part.head().bodyLine())
        .filter(line -> tooLong(line, LONGEST_ENCODED))
        .forEach(
            line ->
                findings.should(
                    Rule.A2,
                    "Line %d has %d characters; %s has at most %d. Break it softly."
                        .formatted(
                            line.number(),
                            line.text().length(),
                            Findings.quoted(part.encoding()),
                            LONGEST_ENCODED)));
  }

  /** Longer ones than SMTP carries are told already. */
  private static boolean tooLong(Lines.Line line, int most) {
    return line.text().length() > most && line.text().length() <= LONGEST;
  }
}
