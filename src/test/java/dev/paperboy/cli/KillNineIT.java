package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailSink;
import dev.paperboy.MailSink.Temper;
import dev.paperboy.cli.CrashTrial.Figures;
import dev.paperboy.cli.CrashTrial.Plan;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments, on both databases. The sizes are system properties. The short
 * build tries one small batch.
 */
class KillNineIT {

  private static final int KILLS = Integer.getInteger("crash.kills", 5);
  private static final int READERS = Integer.getInteger("crash.readers", 400);
  private static final int CONNECTIONS = Integer.getInteger("crash.connections", 2);
  private static final long SEED = Long.getLong("crash.seed", 7);

  @TempDir Path folder;

  @Test
  void a_small_batch_on_h2_loses_no_mail() throws Exception {
    try (MailSink sink = new MailSink()) {
      Plan small = new Plan(60, 2, 2, SEED);
      assertFaultless("H2, a small batch", new CrashTrial(folder, "", sink, small).run());
    }
  }

  @Tag("full")
  @Test
  void on_h2_no_mail_is_lost_and_at_most_one_for_each_connection_and_kill_is_repeated()
      throws Exception {
    try (MailSink sink = new MailSink()) {
      assertFaultless("H2", new CrashTrial(folder, "", sink, plan(1)).run());
    }
  }

  @Tag("full")
  @Test
  void on_postgresql_no_mail_is_lost_and_at_most_one_for_each_connection_and_kill_is_repeated()
      throws Exception {
    StoreSettings database = TestDatabase.POSTGRES.fresh();
    String lines =
        "database: {url: '%s', user: '%s', password: '%s'}"
            .formatted(database.url(), database.user(), database.password());
    try (MailSink sink = new MailSink()) {
      assertFaultless("PostgreSQL", new CrashTrial(folder, lines, sink, plan(1)).run());
    }
  }

  @Tag("full")
  @Test
  void a_receiver_that_forgets_and_hangs_up_and_dawdles_changes_nothing_of_that() throws Exception {
    try (MailSink sink = new MailSink(new Temper(2, 2, 20))) {
      assertFaultless("H2, moody receiver", new CrashTrial(folder, "", sink, plan(2)).run());
    }
  }

  /**
   * What H2 does when left alone: commits wait up to half a second in memory, and what is written
   * then may be of several moments. {@code INIT} is run after the program's own setting, and so
   * undoes it. One connection, which excuses the fewest.
   */
  @Tag("full")
  @Test
  void with_the_write_delay_that_h2_has_by_itself_the_same_count_finds_repeats_or_damage()
      throws Exception {
    String url = StoreSettings.embeddedIn(folder.resolve("data")) + ";INIT=SET WRITE_DELAY 500";
    try (MailSink sink = new MailSink()) {
      Figures figures =
          new CrashTrial(folder, "database: {url: '" + url + "'}", sink, new Plan(400, 1, 4, SEED))
              .run();
      say("H2 with its own write delay, which must fail", figures);
      assertThat(figures.extra() > figures.bound() || !figures.wrong().isEmpty())
          .as(figures.sentence())
          .isTrue();
    }
  }

  private static void assertFaultless(String where, Figures figures) {
    say(where, figures);
    assertThat(figures.wrong()).as(figures.sentence()).isEmpty();
    assertThat(figures.lost()).as(figures.sentence()).isZero();
    assertThat(figures.extra()).as(figures.sentence()).isBetween(0, figures.bound());
    assertThat(figures.kills()).as(figures.sentence()).isPositive();
  }

  private static void say(String where, Figures figures) {
    System.out.println("Crash test, " + where + ": " + figures.sentence());
    figures.wrong().forEach(System.out::println);
  }

  /**
   * @param part how many trials share the sizes
   */
  private static Plan plan(int part) {
    return new Plan(READERS / part, CONNECTIONS, Math.max(3, KILLS / part), SEED);
  }
}
