package dev.paperboy.cli;

import dev.paperboy.lint.Expected;
import dev.paperboy.lint.MailLinter;
import dev.paperboy.lint.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paperboy lint-mail}. */
@Command(
    name = "lint-mail",
    header = "Judges mails by the rules of docs/mail.md.",
    mixinStandardHelpOptions = true,
    description = {
      "Judges mails by the rules of docs/mail.md, on their bytes as they are: lines, headers, DKIM,",
      "text, HTML. Sends nothing and asks no server. What only the sender knows is not judged.",
      "Exit code 1 if a rule is broken that a mail must keep."
    },
    footer = {
      "%nExamples:",
      "  paperboy lint-mail preview/preview.eml",
      "  paperboy lint-mail data/mailbox/*.eml --format json",
      "  curl -s https://example.org/mail.eml | paperboy lint-mail -"
    })
final class LintMailCommand extends CliCommand {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "FILE.eml",
      arity = "1..*",
      description = "A mail as it is sent; - reads one from standard input.")
  private List<String> files = List.of();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @Override
  public Integer call() {
    MailLinter linter = new MailLinter();
    List<LintDocument.Linted> all = new ArrayList<>();
    for (String file : files) {
      all.add(new LintDocument.Linted(file, linter.lint(read(file), Expected.nothing())));
    }
    if (format == OutputFormat.JSON) {
      console().json(LintDocument.of(all));
    } else {
      all.forEach(this::print);
    }
    boolean broken =
        all.stream()
            .flatMap(linted -> linted.findings().stream())
            .anyMatch(finding -> finding.severity() == Severity.MUST);
    return broken ? FAILED : DONE;
  }

  private void print(LintDocument.Linted linted) {
    if (files.size() > 1) {
      console().say(linted.file());
    }
    new LintLines(console()).print(linted.findings());
  }

  private static byte[] read(String file) {
    if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(file))) {
      throw new WrongUse("There is no file " + file);
    }
    try {
      return file.equals(STANDARD_INPUT)
          ? System.in.readAllBytes()
          : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
