package dev.paperboy.app;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.SmtpSettings;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import dev.paperboy.mail.SmtpTransport;
import java.time.Duration;
import java.util.List;

/** Whether the mail server answers, secures the connection and takes the login. */
record SmtpCheck(SmtpSettings settings) implements Check {

  /** Nobody in front of a terminal waits for as long as a mail in the queue can. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public List<Finding> findings() {
    SmtpSettings hasty =
        new SmtpSettings(
            settings.server(),
            settings.user(),
            settings.password(),
            new Timeouts(PATIENCE, PATIENCE, PATIENCE),
            1,
            settings.dialogue());
    SmtpTransport transport = new SmtpTransport(hasty, new MimeWriter(DkimSigner.NONE));
    DeliveryResult result = transport.probe();
    String login = settings.user().isEmpty() ? "; no login is set." : " and takes the login.";
    return List.of(
        result instanceof Accepted
            ? Finding.ok("mail server", transport.describe() + " answers" + login)
            : Finding.problem(
                "mail server",
                result.reply() + " Check host, port, security, user and password in smtp."));
  }
}
