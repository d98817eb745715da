package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.Config;
import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.web.OperatorSettings.MailboxAccess;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code paperboy serve}. */
@Command(
    name = "serve",
    header = "Runs until stopped: takes in dumps, sends the digests.",
    mixinStandardHelpOptions = true,
    description = {
      "Runs until stopped: takes in dumps, plans each reader's digest at their hour, sends it,",
      "and answers the web pages. SIGTERM and Ctrl-C let the mail in hand finish."
    },
    footer = {"%nExample:", "  paperboy serve --config /etc/paperboy/config.yml"})
final class ServeCommand extends CliCommand {

  @Override
  public Integer call() throws WrongConfig, InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    try (Application application = config().open()) {
      Serving.untilStopped(application, closed, port -> announce(application.config(), port));
    } finally {
      closed.countDown();
    }
    return DONE;
  }

  private void announce(Config config, int port) {
    console()
        .say(
            "Paperboy is up at %s (port %d). Drop dumps into %s. Ctrl-C stops it.",
            config.mailing().sender().baseUrl(), port, config.dumps().folder());
    boolean kept = config.mailing().transport() == TransportChoice.MAILBOX;
    if (kept && config.operator().mailbox() != MailboxAccess.OFF) {
      console().say("The mails are kept, not sent: http://localhost:%d/mailbox", port);
    }
  }
}
