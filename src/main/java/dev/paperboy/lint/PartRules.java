package dev.paperboy.lint;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** D1 and D2: the parts of a mail and how their text is written down (RFC 2045, RFC 2046). */
final class PartRules implements RuleGroup {

  /** An equals sign that quoted-printable does not know. */
  private static final Pattern STRAY = Pattern.compile("=(?![0-9A-Fa-f]{2}|[ \\t]*\\r?\\n)");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    structure(mail, findings);
    mail.text().ifPresent(part -> writing(part, findings));
    mail.html().ifPresent(part -> writing(part, findings));
  }

  private static void structure(ParsedMail mail, Findings findings) {
    if (!mail.head().value("MIME-Version").startsWith("1.0")) {
      findings.add(Rule.D1, "There is no MIME-Version: 1.0. Add it.");
    }
    MimePart root = mail.root();
    List<String> inner = root.parts().stream().map(MimePart::type).toList();
    boolean both =
        root.type().equals("multipart/alternative")
            && inner.equals(List.of("text/plain", "text/html"));
    if (!both && !root.type().equals("text/plain")) {
      findings.add(
          Rule.D1,
          "The mail is %s with %s. Make it multipart/alternative of text/plain and text/html."
              .formatted(
                  Findings.quoted(root.type()),
                  inner.isEmpty() ? "no parts" : Findings.quoted(String.join(", ", inner))));
    }
  }

  private static void writing(TextPart text, Findings findings) {
    MimePart part = text.part();
    String name = part.type();
    for (String fault : text.faults()) {
      findings.add(Rule.D2, "The " + name + " part " + fault + ". Encode it anew.");
    }
    if (!part.parameter("charset").toLowerCase(Locale.ROOT).equals("utf-8")) {
      findings.add(Rule.D2, "The " + name + " part is not charset=UTF-8. Write it as UTF-8.");
    }
    if (!part.encoding().equals("quoted-printable")) {
      findings.add(
          Rule.D2,
          "The %s part is %s. Encode it as quoted-printable."
              .formatted(name, Findings.quoted(part.encoding())));
    } else {
      strayEquals(part, findings);
    }
    characters(name, text.content(), findings);
  }

  private static void strayEquals(MimePart part, Findings findings) {
    Matcher stray = STRAY.matcher(part.body());
    if (stray.find()) {
      long line =
          part.head().bodyLine()
              + part.body().substring(0, stray.start()).chars().filter(c -> c == '\n').count();
      findings.add(Rule.D2, "Line " + line + " has an equals sign alone. Write it as =3D.");
    }
  }

  private static void characters(String name, String content, Findings findings) {
    int broken = content.indexOf('\uFFFD');
    if (broken >= 0) {
      findings.add(
          Rule.D2,
          "The %s part has U+FFFD, the mark of text that was broken before: %s."
              .formatted(name, around(content, broken)));
    }
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        findings.add(
            Rule.D2,
            "The %s part has the control character U+%04X: %s. Leave it out."
                .formatted(name, (int) c, around(content, i)));
        break;
      }
    }
    if (!Normalizer.isNormalized(content, Normalizer.Form.NFC)) {
      findings.add(Rule.D2, "The " + name + " part is not composed. Normalise it to NFC.");
    }
  }

  private static String around(String content, int at) {
    return Findings.quoted(
        content.substring(Math.max(0, at - 20), Math.min(content.length(), at + 20)));
  }
}
