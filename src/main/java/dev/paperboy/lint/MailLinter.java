package dev.paperboy.lint;

import java.util.List;

/**
 * Judges one mail by the rules of groups A to E. Has no state and may be shared by threads.
 *
 * <p>Takes any bytes; what cannot be read is a finding.
 */
public final class MailLinter {

  private static final int MOST_BYTES = 50_000_000;

  private static final List<RuleGroup> GROUPS =
      List.of(
          new LineRules(),
          new HeaderRules(),
          new IdentityRules(),
          new ListRules(),
          new SignatureRules(),
          new PartRules(),
          new TextRules(),
          new AgreementRules(),
          new LeftoverRules(),
          new DocumentRules(),
          new ElementRules(),
          new ContrastRules(),
          new ReaderRules());

  /**
   * What is wrong with the mail, by rule and then by place; of a rule at most the first ten places.
   *
   * @param message the bytes as they are sent, from the first header on
   */
  public List<Finding> lint(byte[] message, Expected expected) {
    Findings findings = new Findings();
    if (message.length > MOST_BYTES) {
      findings.add(
          Rule.E1,
          "The mail has %d bytes and was not read; %d are the most."
              .formatted(message.length, MOST_BYTES));
      return findings.all();
    }
    ParsedMail mail = ParsedMail.of(message);
    GROUPS.forEach(group -> group.check(mail, expected, findings));
    return findings.all();
  }
}
