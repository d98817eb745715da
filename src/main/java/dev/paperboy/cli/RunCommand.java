package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.DailyJob;
import dev.paperboy.app.SendingAdvice;
import dev.paperboy.app.WrongConfig;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code paperboy run}. */
@Command(
    name = "run",
    header = "Does the daily job once, now.",
    mixinStandardHelpOptions = true,
    description = {
      "The daily job once, now: takes in the dumps that lie in the folder, plans for everybody"
          + " whose",
      "day it is, whatever their hour, and sends what is due. Running it again sends nothing again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:no mail can be sent, or some dump was refused or could not be moved"
    },
    footer = {"%nExample (cron, instead of serve):", "  30 7 * * *  /opt/paperboy/paperboy run"})
final class RunCommand extends CliCommand {

  @Override
  public Integer call() throws WrongConfig {
    try (Application application = config().open()) {
      DailyJob.Report report =
          new DailyJob(application)
              .run(
                  dump -> IngestLines.print(console(), dump),
                  mails -> MailProgress.on(err(), mails));
      console().say("Dumps:    %s", IngestLines.sum(report.ingested()));
      console().say("Planned:  %s", report.planned().sentence());
      if (report.notices().handled() + report.notices().left() > 0) {
        console().say("Notices:  %s", report.notices().sentence());
      }
      console().say("Sent:     %s", report.delivered().sentence());
      report.delivered().waiting().forEach(sentence -> console().say("          %s", sentence));
      Optional<String> halted = report.halted();
      if (halted.isPresent()) {
        warn("No mail can be sent: " + halted.get());
        warn("Nothing is lost: the mails wait in the outbox. " + SendingAdvice.on(halted.get()));
        return FAILED;
      }
      return report.ingested().stream().anyMatch(IngestLines::isTrouble) ? FAILED : DONE;
    }
  }
}
