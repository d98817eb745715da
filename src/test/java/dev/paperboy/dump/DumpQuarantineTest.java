package dev.paperboy.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.dump.DumpQuarantine.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpQuarantineTest {

  @TempDir Path inbox;
  private DumpQuarantine quarantine = new DumpQuarantine(settings(Path.of("nowhere")));

  @BeforeEach
  void open() {
    quarantine = new DumpQuarantine(settings(inbox));
  }

  @Test
  void without_a_folder_nothing_is_refused() {
    assertThat(quarantine.list(10)).isEmpty();
    assertThat(quarantine.tryAgain("a.txt")).isFalse();
  }

  @Test
  void a_refused_dump_is_listed_with_its_reason_and_moves_back() throws IOException {
    Path dump = Files.writeString(inbox.resolve("a.txt"), "no dump");
    new DumpInbox(settings(inbox), Clock.systemUTC()).refuse(dump, "It is of no known format.");

    List<Refusal> refused = quarantine.list(10);

    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).name()).isEqualTo("a.txt");
    assertThat(refused.get(0).why()).contains("It is of no known format.");
    assertThat(quarantine.tryAgain("a.txt")).isTrue();
    assertThat(inbox.resolve("a.txt")).hasContent("no dump");
    assertThat(quarantine.list(10)).isEmpty();
    assertThat(inbox.resolve("refused")).isEmptyDirectory();
  }

  @Test
  void nothing_else_is_moved_whatever_the_name() throws IOException {
    Path dump = Files.writeString(inbox.resolve("a.txt"), "no dump");
    new DumpInbox(settings(inbox), Clock.systemUTC()).refuse(dump, "Why.");
    Files.writeString(inbox.resolve("config.yml"), "mine");

    for (String name : List.of("", ".", "..", "../config.yml", "a.txt.why", "/etc/passwd", "\0")) {
      assertThat(quarantine.tryAgain(name)).as(name).isFalse();
    }
    assertThat(inbox.resolve("config.yml")).hasContent("mine");
  }

  @Test
  void a_file_that_waits_in_the_inbox_is_not_overwritten() throws IOException {
    Path dump = Files.writeString(inbox.resolve("a.txt"), "old");
    new DumpInbox(settings(inbox), Clock.systemUTC()).refuse(dump, "Why.");
    Files.writeString(inbox.resolve("a.txt"), "new");

    assertThat(quarantine.tryAgain("a.txt")).isFalse();
    assertThat(inbox.resolve("a.txt")).hasContent("new");
  }

  private static DumpSettings settings(Path folder) {
    return new DumpSettings(
        folder, Duration.ofSeconds(1), Duration.ZERO, 1 << 20, Duration.ofDays(7));
  }
}
