package dev.paperboy.app;

import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.lint.Expected;
import dev.paperboy.lint.Finding;
import dev.paperboy.lint.MailLinter;
import dev.paperboy.lint.Rule;
import dev.paperboy.lint.Severity;
import java.util.List;

/**
 * What the linter says of a mail of this installation.
 *
 * @param findings what is wrong with it
 * @param beforeSending what is right for a first look on this machine, and must change before mails
 *     are sent for real; sentences
 */
public record MailVerdict(List<Finding> findings, List<String> beforeSending) {

  /** Judges the bytes as they leave. */
  public static MailVerdict of(byte[] message, Expected expected, Config config) {
    List<Finding> all = new MailLinter().lint(message, expected);
    String base = config.mailing().sender().baseUrl().toString();
    boolean firstLook =
        config.mailing().transport() == TransportChoice.MAILBOX && !base.startsWith("https://");
    boolean noHttps = firstLook && all.stream().anyMatch(finding -> finding.rule() == Rule.B2);
    return noHttps
        ? new MailVerdict(
            all.stream().filter(finding -> finding.rule() != Rule.B2).toList(),
            List.of(
                "Set base_url in config.yml, now %s, to the https address of your pages: nothing"
                        .formatted(base)
                    + " else may stand in the headers for leaving with one click (B2)."))
        : new MailVerdict(all, List.of());
  }

  /** Whether it keeps every rule that a mail must keep. */
  public boolean fit() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.MUST);
  }
}
