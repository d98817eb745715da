package dev.paperboy.app;

import dev.paperboy.digest.DigestRenderer;
import dev.paperboy.digest.SampleMails;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.template.BrokenTemplate;
import dev.paperboy.template.Templates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether digests of invented papers, made with the operator's templates and sender, keep the rules
 * for mails. They are not signed: the key has a check of its own.
 */
record LintCheck(Config config) implements Check {

  private static final String ABOUT = "mail rules";

  private static final String HOW_TO_MEND =
      " It comes from templates/ or from mail: in config.yml; look at a mail with: paperboy preview."
          + " The rules are in docs/mail.md.";

  @Override
  public List<Finding> findings() {
    try {
      Set<String> musts = new LinkedHashSet<>();
      Set<String> shoulds = new LinkedHashSet<>();
      Set<String> before = new LinkedHashSet<>();
      judge(musts, shoulds, before);
      return found(musts, shoulds, before);
    } catch (BrokenTemplate e) {
      return List.of(Finding.warning(ABOUT, "Not judged, as a template cannot be filled."));
    }
  }

  private void judge(Set<String> musts, Set<String> shoulds, Set<String> before) {
    SampleMails samples =
        new SampleMails(
            new DigestRenderer(
                new Templates(config.folders().templates()), config.mailing().sender()),
            config.mailing().sender());
    MailExpectations expectations = new MailExpectations(config.mailing().sender(), false);
    MimeWriter writer = new MimeWriter(DkimSigner.NONE);
    for (SampleMails.Sample sample : samples.all()) {
      MailVerdict verdict =
          MailVerdict.of(
              writer.bytes(sample.mail()),
              expectations.ofDigest(sample.mail(), sample.digest(), SampleMails::token),
              config);
      for (dev.paperboy.lint.Finding finding : verdict.findings()) {
        String sentence = "%s: %s".formatted(finding.rule(), finding.message());
        (finding.severity() == dev.paperboy.lint.Severity.MUST ? musts : shoulds).add(sentence);
      }
      before.addAll(verdict.beforeSending());
    }
  }

  private static List<Finding> found(Set<String> musts, Set<String> shoulds, Set<String> before) {
    if (!musts.isEmpty()) {
      return List.of(Finding.problem(ABOUT, String.join(" ", musts) + HOW_TO_MEND));
    }
    if (!shoulds.isEmpty()) {
      return List.of(Finding.warning(ABOUT, String.join(" ", shoulds) + HOW_TO_MEND));
    }
    return List.of(
        Finding.ok(
            ABOUT,
            before.isEmpty()
                ? "A digest keeps them all."
                : "A digest keeps them. Before you send for real: " + String.join(" ", before)));
  }
}
