package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.Server;
import dev.paperboy.app.WrongConfig;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code paperboy serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs until stopped: takes in dumps, plans each reader's digest at their hour, sends it,",
      "and answers the web pages. SIGTERM and Ctrl-C let the mail in hand finish."
    },
    footer = {"%nExample:", "  paperboy serve --config /etc/paperboy/config.yml"})
final class ServeCommand extends CliCommand {

  @Override
  public Integer call() throws WrongConfig, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  await(closed);
                },
                "stop"));
    try (Application application = config().open();
        Server server = Server.start(application)) {
      console()
          .say(
              "Paperboy is up at %s (port %d). Drop dumps into %s. Ctrl-C stops it.",
              application.config().mailing().sender().baseUrl(),
              server.port(),
              application.config().dumps().folder());
      stopped.await();
    } finally {
      closed.countDown();
    }
    return DONE;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
