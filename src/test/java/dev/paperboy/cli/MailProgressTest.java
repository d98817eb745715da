package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.DailyJob.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailProgressTest {

  @Test
  void the_bar_ends_with_the_number_of_mails_that_went_out() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    try (Progress bar =
        MailProgress.bar(new PrintStream(terminal, true, StandardCharsets.UTF_8), 60)) {
      for (int i = 0; i < 57; i++) {
        bar.step();
      }
    }

    assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("Sending", "57/60 mails");
  }
}
