package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.paperboy.TestClock;
import dev.paperboy.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever becomes of a letter on its way: it is taken, soon, and has at most one answer. */
class AnyLetterTest {

  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "> ",
          "--- interests: begin ---\r\n",
          "--- interests: end ---\r\n",
          "interests: [",
          "mute:\r\n  - x\r\n",
          "less like this: [",
          "less like this: \"]: {",
          "pause until 31.02.2026",
          "pause until 99999999999 days",
          "pause for 999 months",
          "unsubscribe\r\n",
          "help?",
          "\u0000",
          "\u00A0\u00A0- ",
          "&a *a",
          "<blockquote>",
          "<div><br>",
          "Content-Type: text/html\r\n\r\n",
          "=?UTF-8?Q?=5A?=",
          "On Monday Ada wrote:",
          "-- \r\n",
          " ".repeat(300),
          "a: ".repeat(100));

  private static final TestClock CLOCK = new TestClock("2025-12-05T09:00:00Z");
  private static @Nullable MailRoom room;
  private static int number;

  @BeforeContainer
  static void open() {
    try {
      Path folder = Files.createTempDirectory("letters");
      room = new MailRoom(TestDatabase.H2.emptied(), folder, 3, CLOCK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
  void a_damaged_letter_is_taken(
      @ForAll("names") String name,
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll("patchworks") String piece) {
    String mail = LettersTest.mail(name, room());
    int at = (int) (mail.length() * place);
    take(mail.substring(0, at) + piece + mail.substring(Math.min(mail.length(), at + 20)), 1);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
  void a_machine_is_not_answered_whatever_it_says(
      @ForAll("robots") String name, @ForAll("patchworks") String body) {
    String mail = LettersTest.mail(name, room());
    take(mail.substring(0, mail.indexOf("\r\n\r\n") + 4) + body, 0);
  }

  private static void take(String mail, int most) {
    CLOCK.advance(Duration.ofHours(3));
    int before = room().answers().size();
    String own = mail.replaceFirst("(?i)Message-ID: <", "Message-ID: <" + number++ + ".");
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(room().take(own).sentence()).isNotEmpty());
    assertThat(room().answers().size() - before).isLessThanOrEqualTo(most);
  }

  private static MailRoom room() {
    if (room == null) {
      throw new IllegalStateException("not open");
    }
    return room;
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(LettersTest.letters().map(LettersTest.Expected::name).toList());
  }

  @Provide
  Arbitrary<String> robots() {
    return Arbitraries.of(
        LettersTest.letters()
            .filter(letter -> letter.outcome().equals("IGNORED"))
            .map(LettersTest.Expected::name)
            .toList());
  }

  @Provide
  Arbitrary<String> patchworks() {
    return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
  }
}
