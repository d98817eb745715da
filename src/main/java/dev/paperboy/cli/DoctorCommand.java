package dev.paperboy.cli;

import dev.paperboy.app.Config;
import dev.paperboy.app.Doctor;
import dev.paperboy.app.Finding;
import dev.paperboy.app.Finding.Level;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.mail.DkimKey.Algorithm;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paperboy doctor}. */
@Command(
    name = "doctor",
    header = "Checks config, mail server and DNS, and says how to mend them.",
    mixinStandardHelpOptions = true,
    description = {
      "Checks config, database, templates, keys, mail server and DNS, and says how to mend what is",
      "wrong. Sends no mail and changes nothing; may run beside a serving Paperboy. Exit code 1 if",
      "there is a problem. With --new-dkim-key it makes a key to sign mails with instead."
    },
    footer = {
      "%nExamples:",
      "  paperboy doctor",
      "  paperboy doctor --format json",
      "  paperboy doctor --new-dkim-key --selector s2026     makes a key, shows its DNS record"
    })
final class DoctorCommand extends CliCommand {

  @Option(
      names = "--format",
      paramLabel = "table|json",
      description = "A line for each check, or JSON. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @ArgGroup(exclusive = false)
  private NewKey newKey = new NewKey();

  /** The options that make a key. */
  static final class NewKey {
    @Option(
        names = "--new-dkim-key",
        required = true,
        description = "Makes a DKIM key, never over an old one, and shows its DNS record.")
    private boolean wanted;

    @Option(
        names = "--selector",
        paramLabel = "NAME",
        description =
            "The key's name in DNS; the configured one or that of the month if not given.")
    private String selector = "";

    @Option(names = "--ed25519", description = "An Ed25519 key, for a second signature.")
    private boolean ed25519;
  }

  @Override
  public Integer call() throws WrongConfig {
    if (newKey.wanted) {
      Algorithm algorithm = newKey.ed25519 ? Algorithm.ED25519 : Algorithm.RSA;
      return new KeyMaking(config().read(), console()).make(algorithm, newKey.selector);
    }
    List<Finding> findings = new ArrayList<>();
    try {
      Config config = config().read();
      findings.add(new Finding(Level.OK, "config", "It can be used."));
      findings.addAll(Doctor.of(config).findings());
    } catch (WrongConfig e) {
      findings.add(new Finding(Level.PROBLEM, "config", String.valueOf(e.getMessage())));
    }
    boolean well = findings.stream().noneMatch(finding -> finding.level() == Level.PROBLEM);
    if (format == OutputFormat.JSON) {
      console().json(new Report(well, findings));
    } else {
      findings.forEach(this::print);
    }
    return well ? DONE : FAILED;
  }

  /** What {@code --format json} prints. */
  record Report(boolean well, List<Finding> findings) {}

  private void print(Finding finding) {
    console().say("%-8s %s: %s", finding.level(), finding.about(), finding.sentence());
  }
}
