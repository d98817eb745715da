package dev.paperboy.cli;

import dev.paperboy.app.DailyJob.Progress;
import java.io.PrintStream;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on standard error while mails go out; none for few mails, or when nobody watches. */
final class MailProgress {

  private static final int WORTH_A_BAR = 50;

  private MailProgress() {}

  static Progress on(PrintWriter err, int mails) {
    err.flush();
    if (mails < WORTH_A_BAR || System.console() == null) {
      return new Silent();
    }
    return bar(System.err, mails);
  }

  static Progress bar(PrintStream terminal, int mails) {
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName("Sending")
            .setUnit(" mails", 1)
            .setInitialMax(mails)
            .setConsumer(new ConsoleProgressBarConsumer(terminal, 80))
            .build());
  }

  private record Bar(ProgressBar bar) implements Progress {
    @Override
    public void step() {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private record Silent() implements Progress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }
}
