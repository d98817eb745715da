package dev.paperboy.app;

import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.digest.DigestRenderer;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.NoticeRenderer;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreUnavailable;
import dev.paperboy.template.BrokenTemplate;
import dev.paperboy.template.Templates;
import java.util.List;

/** Looks at an installation without starting it, and says how to mend what is wrong. */
public final class Doctor {

  private final List<Check> checks;

  Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** A doctor for the installation of this configuration. */
  public static Doctor of(Config config) {
    return of(config, new JndiDns());
  }

  static Doctor of(Config config, Dns dns) {
    Check store = () -> List.of(store(config));
    Check templates = () -> List.of(templates(config));
    Check rules = new LintCheck(config);
    Check keys = new KeyCheck(config.mailing());
    Check mailbox = new MailboxCheck(config.inbound());
    return config.mailing().transport() == TransportChoice.SMTP
        ? new Doctor(
            List.of(
                store,
                templates,
                rules,
                keys,
                new SmtpCheck(config.mailing().smtp()),
                new HelloCheck(config.mailing(), dns),
                mailbox,
                new SenderCheck(config.mailing().sender()),
                new DnsCheck(config.mailing(), dns)))
        : new Doctor(List.of(store, templates, rules, keys, Doctor::localMailbox, mailbox));
  }

  /** What all checks found, in order. */
  public List<Finding> findings() {
    return checks.stream().flatMap(check -> check.findings().stream()).toList();
  }

  private static Finding store(Config config) {
    String about = "database";
    try {
      return switch (Store.look(config.store())) {
        case CURRENT -> Finding.ok(about, "It opens, and its schema is the newest.");
        case NEW ->
            Finding.ok(about, "There is none yet; the first command that needs it makes it.");
        case OUTDATED ->
            Finding.warning(
                about,
                "Its schema is of an older version. The next start brings it up to date; back it up"
                    + " before.");
        case IN_USE ->
            Finding.ok(about, "It is in use by a running Paperboy, so it was left alone.");
      };
    } catch (StoreUnavailable e) {
      return Finding.problem(about, String.valueOf(e.getMessage()));
    }
  }

  private static Finding templates(Config config) {
    try {
      SenderSettings sender = config.mailing().sender();
      Templates templates = new Templates(config.folders().templates());
      new DigestRenderer(templates, sender).check();
      new NoticeRenderer(templates, sender).check();
      return Finding.ok("templates", "They can be filled.");
    } catch (BrokenTemplate e) {
      return Finding.problem("templates", String.valueOf(e.getMessage()));
    }
  }

  private static List<Finding> localMailbox() {
    return List.of(
        Finding.ok(
            "transport",
            "Mails stay in the local mailbox, so neither a mail server nor DNS was asked. To send"
                + " them, set mail.transport: smtp."));
  }
}
