package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailSink;
import dev.paperboy.TestClock;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.subscriber.Subscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail server that turns hostile in the middle of a run: nobody is lost by it. */
class HostileRelayTest {

  private static final int READERS = 40;
  private static final int TAKEN_BEFORE = 15;

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T09:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 relay not permitted",
        "550-5.4.5 Daily user sending limit exceeded.\r\n550 5.4.5 See our page",
        "550-blocked by our policy\r\n550 5.7.1 see our page",
        "550 Access denied - Invalid HELO name",
        "550 #5.7.1 no",
        "504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname",
        "550 5.1.1 user unknown",
        "554 refused"
      })
  void nobody_is_suppressed_and_all_is_delivered_once_it_is_mended(String reply)
      throws IOException {
    survive(reply, false, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "554 5.2.252 SendAsDenied; not allowed to send as papers+b-1@example.org",
        "550 5.1.0 <papers@example.org> sender rejected. AUP#1",
        "550 5.1.1 user unknown",
        "554 5.6.0 malformed"
      })
  void nor_when_it_hears_the_whole_mail_first(String reply) throws IOException {
    survive(reply, true, true);
  }

  static Stream<String> everyReplyWeKnow() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/replies/expected.tsv")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", 3)[2].replace("\\n", "\r\n"));
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("everyReplyWeKnow")
  void whatever_it_says(String reply) throws IOException {
    survive(reply, false, false);
  }

  @Test
  void a_few_readers_are_enough_for_the_operator_to_be_told() throws IOException {
    try (MailSink sink = new MailSink();
        TestApplication paperboy = SmtpApplication.open(folder, clock, sink)) {
      SmtpApplication.subscribe(paperboy, 2);
      SmtpApplication.takeIn(paperboy, "Dec 5");
      sink.refuseRecipients(0, "550-Please turn on SMTP Authentication\r\n550 in your mail client");

      assertThat(paperboy.run().halted()).isPresent();
      sink.mend();
      assertThat(paperboy.run().delivered().sent()).isEqualTo(2);
    }
  }

  private void survive(String reply, boolean atDot, boolean halts) throws IOException {
    try (MailSink sink = new MailSink();
        TestApplication paperboy = SmtpApplication.open(folder, clock, sink)) {
      SmtpApplication.subscribe(paperboy, READERS);
      SmtpApplication.takeIn(paperboy, "Dec 5");
      if (atDot) {
        sink.refuseMails(TAKEN_BEFORE, reply);
      } else {
        sink.refuseRecipients(TAKEN_BEFORE, reply);
      }
      DailyJob.Report hostile = paperboy.run();

      assertThat(hostile.halted().isPresent() || !halts).as("halted").isTrue();
      assertNobodyIsLost(paperboy);
      sink.mend();
      for (int hour = 0; hour < 20 && sink.count() < READERS; hour++) {
        paperboy.run();
        clock.advance(hour == 0 && halts ? Duration.ZERO : Duration.ofHours(1));
      }
      assertNobodyIsLost(paperboy);
      assertThat(sink.copies()).hasSize(READERS).doesNotHaveDuplicates();
    }
  }

  private static void assertNobodyIsLost(TestApplication paperboy) {
    List<String> lost = new ArrayList<>();
    for (Subscriber reader : paperboy.application().readership().subscribers().all()) {
      if (!reader.active()) {
        lost.add(reader + ": " + reader.standing().reason());
      }
    }
    assertThat(lost).isEmpty();
    assertThat(paperboy.application().outbox().counts()).containsEntry(State.FAILED, 0);
  }
}
