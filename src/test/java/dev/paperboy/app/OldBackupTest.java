package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailSink;
import dev.paperboy.MailSink.Copy;
import dev.paperboy.TestClock;
import dev.paperboy.outbox.Delivery.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file from before is put back: what the program knew then, it believes again. */
class OldBackupTest {

  private static final int READERS = 3;

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T09:00:00Z");
  private final MailSink sink = new MailSink();
  private Path database;
  private Path backup;

  /** The backup has the mails of the first day planned and not sent; then two days go by. */
  @BeforeEach
  void twoDays() throws IOException {
    database = folder.resolve("data/paperboy.mv.db");
    backup = folder.resolve("backup");
    try (TestApplication paperboy = open()) {
      SmtpApplication.subscribe(paperboy, READERS);
      SmtpApplication.takeIn(paperboy, "Dec 5");
      assertThat(paperboy.application().planner().planAll().queued()).isEqualTo(READERS);
    }
    Files.copy(database, backup);
    try (TestApplication paperboy = open()) {
      assertThat(paperboy.run().delivered().sent()).isEqualTo(READERS);
      clock.advance(Duration.ofDays(1));
      SmtpApplication.takeIn(paperboy, "Dec 6");
      assertThat(paperboy.run().delivered().sent()).isEqualTo(READERS);
    }
    assertThat(sink.copies()).hasSize(2 * READERS).doesNotHaveDuplicates();
  }

  @AfterEach
  void close() throws IOException {
    sink.close();
  }

  @Test
  void what_has_grown_too_old_meanwhile_expires_and_is_not_sent() throws IOException {
    clock.advance(Duration.ofDays(1));
    restore();
    try (TestApplication paperboy = open()) {
      assertThat(paperboy.run().delivered().handled()).isZero();
      assertThat(paperboy.application().outbox().counts()).containsEntry(State.EXPIRED, READERS);
    }
    assertThat(sink.count()).isEqualTo(2 * READERS);
  }

  @Test
  void what_is_not_too_old_is_sent_again_with_the_same_message_ids() throws IOException {
    List<Copy> before = sink.copies();
    restore();
    try (TestApplication paperboy = open()) {
      assertThat(paperboy.run().delivered().sent()).isEqualTo(READERS);
    }
    assertThat(sink.count()).isEqualTo(3 * READERS);
    assertThat(new HashSet<>(sink.copies())).isEqualTo(new HashSet<>(before));
  }

  @Test
  void a_dump_taken_in_once_more_makes_the_same_mails_and_none_if_it_is_for_the_archive_only()
      throws IOException {
    List<Copy> before = sink.copies();
    clock.advance(Duration.ofDays(1));
    restore();
    Path dump = archived("Dec 6.txt");
    try (TestApplication paperboy = open()) {
      paperboy.application().ingester().takeIn(dump, true);
      assertThat(paperboy.run().delivered().handled()).isZero();
    }
    restore();
    try (TestApplication paperboy = open()) {
      paperboy.application().ingester().takeIn(dump, false);
      assertThat(paperboy.run().delivered().sent()).isEqualTo(READERS);
    }
    assertThat(sink.count()).isEqualTo(3 * READERS);
    assertThat(new HashSet<>(sink.copies())).as("Message-IDs").isEqualTo(new HashSet<>(before));
  }

  /** Mail programs hide a mail whose Message-ID they have seen. */
  @Test
  void a_new_dump_that_gets_an_edition_number_used_before_makes_mails_with_new_message_ids()
      throws IOException {
    List<Copy> before = sink.copies();
    clock.advance(Duration.ofDays(1));
    restore();
    try (TestApplication paperboy = open()) {
      SmtpApplication.takeIn(paperboy, "Dec 7");
      assertThat(paperboy.application().archive().newestEdition()).isEqualTo(2);
      assertThat(paperboy.run().delivered().sent()).isEqualTo(READERS);
    }
    assertThat(sink.count()).isEqualTo(3 * READERS);
    assertThat(sink.copies().subList(2 * READERS, 3 * READERS)).doesNotContainAnyElementsOf(before);
  }

  private TestApplication open() {
    return SmtpApplication.open(folder, clock, sink);
  }

  private Path archived(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("dumps"))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private void restore() throws IOException {
    Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);
  }
}
