package dev.paperboy.cli;

import dev.paperboy.lint.Finding;
import java.util.List;
import java.util.Locale;

/** What {@code lint-mail --format json} prints. The names of its fields are a promise. */
record LintDocument(List<Mail> mails) {

  /** A file and what is wrong with the mail in it. */
  record Linted(String file, List<Finding> findings) {}

  record Mail(String file, List<Broken> findings) {}

  record Broken(String rule, String severity, String title, String message) {}

  static LintDocument of(List<Linted> all) {
    return new LintDocument(
        all.stream()
            .map(
                one ->
                    new Mail(
                        one.file(), one.findings().stream().map(LintDocument::broken).toList()))
            .toList());
  }

  private static Broken broken(Finding finding) {
    return new Broken(
        finding.rule().name(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.rule().title(),
        finding.message());
  }
}
