package dev.paperboy.app;

import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.lint.Expected;
import dev.paperboy.lint.Finding;
import dev.paperboy.mail.StoredMails;
import dev.paperboy.web.MailboxParts;
import dev.paperboy.web.OperatorParts;
import dev.paperboy.web.OperatorSettings.MailboxAccess;
import java.util.List;
import java.util.Optional;

/** What the pages for whoever runs this are given of the application. */
final class OperatorWiring {

  private OperatorWiring() {}

  static OperatorParts parts(Application application, Vitals vitals) {
    Meters meters = new Meters(application, application.subscriberFigures(), vitals);
    return new OperatorParts(
        application.config().operator(),
        application.admin(),
        mailbox(application),
        meters::text,
        meters);
  }

  private static Optional<MailboxParts> mailbox(Application application) {
    Config config = application.config();
    boolean kept =
        config.mailing().transport() == TransportChoice.MAILBOX
            && config.operator().mailbox() != MailboxAccess.OFF;
    return kept
        ? Optional.of(
            new MailboxParts(
                new StoredMails(application.mailbox()), mail -> findings(mail, config)))
        : Optional.empty();
  }

  private static List<String> findings(byte[] mail, Config config) {
    return MailVerdict.of(mail, Expected.nothing(), config).findings().stream()
        .map(Finding::toString)
        .toList();
  }
}
