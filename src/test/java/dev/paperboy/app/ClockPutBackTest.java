package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailSink;
import dev.paperboy.TestClock;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that ran in the wrong year, or week, plans as before once its clock is right. */
class ClockPutBackTest {

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T04:00:00Z");

  @Test
  void readers_do_not_wait_for_the_year_in_which_the_clock_has_been() throws Exception {
    comeBackFrom("2031-03-01T12:00:00Z");
  }

  @Test
  void nor_for_the_week() throws Exception {
    comeBackFrom("2025-12-11T12:00:00Z");
  }

  private void comeBackFrom(String wrong) throws Exception {
    try (MailSink sink = new MailSink();
        TestApplication paperboy = SmtpApplication.open(folder, clock, sink)) {
      SmtpApplication.subscribe(paperboy, 2);
      SmtpApplication.takeIn(paperboy, "Dec 5");
      clock.moveTo("2025-12-05T07:30:00Z");
      assertThat(paperboy.application().planner().planDue().queued()).isEqualTo(2);

      clock.moveTo(wrong);
      assertThat(paperboy.application().planner().planDue().queued()).isZero();

      clock.moveTo("2025-12-06T04:00:00Z");
      SmtpApplication.takeIn(paperboy, "Dec 6");
      assertThat(paperboy.application().planner().planDue().due()).isZero();
      assertThat(nextDigest(paperboy)).isEqualTo("2025-12-06T07:30:00Z");
      clock.moveTo("2025-12-06T07:30:00Z");
      assertThat(paperboy.application().planner().planDue().queued()).isEqualTo(2);
      assertThat(paperboy.application().dispatcher().deliverDue(() -> {}).sent()).isEqualTo(4);
    }
  }

  private static Instant nextDigest(TestApplication paperboy) {
    return paperboy.subscriber("reader0@d0.example.org").progress().nextDigestAt();
  }
}
