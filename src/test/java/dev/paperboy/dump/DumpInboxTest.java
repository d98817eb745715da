package dev.paperboy.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpInboxTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));

  @TempDir Path temp;
  private Path folder;
  private DumpInbox inbox;

  @BeforeEach
  void open() {
    folder = temp.resolve("in/dumps");
    DumpSettings settings =
        new DumpSettings(
            folder, Duration.ofMinutes(1), Duration.ofSeconds(30), 1_000, Duration.ofDays(3));
    inbox = new DumpInbox(settings, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void a_missing_folder_is_created() {
    assertThat(inbox.pending()).isEmpty();
    assertThat(folder).isDirectory();
  }

  @Test
  void finished_files_come_oldest_day_first() throws IOException {
    file("2026-01-02.txt", LONG_AGO);
    file("papers-20251231.json", LONG_AGO);
    file("b", LONG_AGO);
    file("a", LONG_AGO);
    file("old", Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(names(inbox.pending()))
        .containsExactly("papers-20251231.json", "old", "2026-01-02.txt", "a", "b");
  }

  @Test
  void what_is_no_finished_file_is_not_looked_at() throws IOException {
    Stream.of(".hidden", "a.part", "a.TMP", "a.crdownload", "a.filepart", "a~", "a.why")
        .forEach(name -> file(name, LONG_AGO));
    file("fresh", NOW.minusSeconds(29));
    file("ahead", NOW.plusSeconds(60));
    Files.createDirectories(folder.resolve("sub"));
    Path outside = Files.writeString(temp.resolve("outside"), "x");
    Files.setLastModifiedTime(outside, FileTime.from(LONG_AGO));
    Files.createSymbolicLink(folder.resolve("link"), outside);

    assertThat(inbox.pending()).isEmpty();
  }

  @Test
  void a_file_dated_far_in_the_future_is_not_stuck() throws IOException {
    file("future", NOW.plus(Duration.ofDays(400)));

    assertThat(names(inbox.pending())).containsExactly("future");
  }

  @Test
  void a_file_that_changed_since_the_last_look_is_left_until_the_next() throws IOException {
    Path file = file("growing", LONG_AGO);
    assertThat(inbox.pending()).hasSize(1);

    Files.writeString(file, "more of it");
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));

    assertThat(inbox.pending()).isEmpty();
    assertThat(inbox.pending()).hasSize(1);
  }

  @Test
  void an_archived_file_never_replaces_another() {
    List<Path> places =
        Stream.of(1, 2, 3).map(i -> inbox.archive(file("a.txt", LONG_AGO))).toList();

    Path day = folder.resolve("archive/2026-11-21");
    assertThat(places)
        .containsExactly(day.resolve("a.txt"), day.resolve("a-2.txt"), day.resolve("a-3.txt"));
    assertThat(places).allSatisfy(place -> assertThat(place).hasContent("x"));
    assertThat(inbox.pending()).isEmpty();
  }

  @Test
  void a_refused_file_lies_beside_its_reason() throws IOException {
    Path first = inbox.refuse(file("a.txt", LONG_AGO), "It is empty. Save it again.");
    Path second = inbox.refuse(file("a.txt", LONG_AGO), "It is a ZIP.");

    assertThat(first).isEqualTo(folder.resolve("refused/a.txt")).hasContent("x");
    assertThat(Files.readString(folder.resolve("refused/a.txt.why")))
        .contains("a.txt was refused on 2026-11-21T08:00:00Z")
        .contains("It is empty. Save it again.")
        .contains("move it back to " + folder);
    assertThat(second).hasFileName("a-2.txt");
    assertThat(folder.resolve("refused/a-2.txt.why")).content().contains("It is a ZIP.");
  }

  @Test
  void a_file_cut_short_is_left_alone_for_ten_minutes() {
    RefusedDump cutShort = RefusedDump.cutShort("It ends too early.");
    Path fresh = file("fresh", NOW.minus(Duration.ofMinutes(9)));
    Path old = file("old", NOW.minus(Duration.ofMinutes(10)));

    assertThat(inbox.maybeUnfinished(fresh, cutShort)).isTrue();
    assertThat(inbox.maybeUnfinished(old, cutShort)).isFalse();
    assertThat(inbox.maybeUnfinished(fresh, new RefusedDump("It is a ZIP."))).isFalse();
  }

  @Test
  void a_file_that_cannot_be_moved_stays_where_it_was() throws IOException {
    Path file = file("a.txt", LONG_AGO);
    Files.writeString(folder.resolve("archive"), "in the way");
    Files.writeString(folder.resolve("refused"), "in the way");

    assertThatThrownBy(() -> inbox.archive(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("still where it was");
    assertThatThrownBy(() -> inbox.refuse(file, "why"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("still where it was");
    assertThat(file).hasContent("x");
  }

  @Test
  void nothing_is_moved_through_a_link_out_of_the_folder() throws IOException {
    Path file = file("a.txt", LONG_AGO);
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("archive"), elsewhere);

    assertThatThrownBy(() -> inbox.archive(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("leads out of");
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(file).exists();
  }

  private Path file(String name, Instant modified) {
    try {
      Files.createDirectories(folder);
      Path file = Files.writeString(folder.resolve(name), "x");
      return Files.setLastModifiedTime(file, FileTime.from(modified));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }
}
