package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters of {@code src/test/resources/letters}, each with what is to come of it. */
class LettersTest {

  private static final Path FOLDER = Path.of("src/test/resources/letters");

  @TempDir Path folder;

  record Expected(String name, String outcome, String answer, String effect) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void a_letter_does_what_the_table_says(Expected expected) {
    TestClock clock = new TestClock("2025-12-05T09:00:00Z");
    MailRoom room = new MailRoom(TestDatabase.H2.emptied(), folder, 3, clock);
    String mail = mail(expected.name(), room);

    Outcome outcome = room.take(mail);

    assertThat(outcome.kind().name()).as(outcome.sentence()).isEqualTo(expected.outcome());
    assertThat(String.join(", ", room.answers())).startsWith(expected.answer());
    assertThat(room.answers()).hasSizeLessThanOrEqualTo(1);
    assertThat(effects(room, expected)).contains(expected.effect().replaceFirst("^eve: ", ""));
    assertThat(room.take(mail).kind()).isEqualTo(Kind.SEEN);
  }

  @Test
  void every_letter_stands_in_the_table() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".eml")).toList();
      assertThat(names)
          .hasSizeGreaterThanOrEqualTo(60)
          .containsExactlyInAnyOrderElementsOf(letters().map(e -> e.name() + ".eml").toList());
    }
  }

  private static String effects(MailRoom room, Expected expected) {
    boolean eve = expected.effect().startsWith("eve: ");
    assertThat(room.knows("eve@example.net")).isEqualTo(eve);
    return eve
        ? room.reader("eve@example.net").interests()
        : room.ada().standing().state() + " " + room.ada().interests();
  }

  static String mail(String name, MailRoom room) {
    try {
      return Files.readString(FOLDER.resolve(name + ".eml"), StandardCharsets.ISO_8859_1)
          .replace("papers+r-@TOKEN@@example.org", room.replyAddressOfAda())
          .replace("papers+u-@LEAVE@@example.org", room.leaveAddressOfAda());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Expected> letters() {
    try {
      return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
