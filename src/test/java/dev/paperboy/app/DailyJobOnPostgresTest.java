package dev.paperboy.app;

import static dev.paperboy.app.Dumps.capture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily job once more, with nothing changed but {@code database.url}. */
class DailyJobOnPostgresTest {

  @TempDir Path folder;

  @Test
  void from_dump_to_inbox_two_days_in_a_row() {
    TestClock clock = new TestClock("2025-12-05T06:00:00Z");
    StoreSettings database = TestDatabase.POSTGRES.fresh();
    String config =
        """
        database: {url: "%s", user: "%s", password: "%s"}
        dumps: {settle: 1s}
        """
            .formatted(database.url(), database.user(), database.password());
    try (TestApplication paperboy = new TestApplication(folder, clock, config)) {
      paperboy.subscribe("ada@example.org", "{interests: [robot], digest: {trending: 0}}");
      paperboy.drop("one.txt", capture("Dec 5", "Soft Hands", "A robot that picks up eggs."));
      assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
      assertThat(paperboy.run().delivered().sent()).isZero();

      clock.advance(Duration.ofDays(1));
      paperboy.drop(
          "two.txt",
          capture(
              "Dec 6",
              "Soft Hands",
              "A robot that picks up eggs.",
              "Hard Hands",
              "A robot that cracks nuts."));
      assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
      assertThat(paperboy.mails()).hasSize(2);
      assertThat(paperboy.mails().get(1)).contains("Hard Hands").doesNotContain("Soft Hands");
      assertThat(paperboy.application().runLog().latest(9)).hasSize(3);
    }
  }
}
