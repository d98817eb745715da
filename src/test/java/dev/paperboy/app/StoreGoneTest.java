package dev.paperboy.app;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.MailSink;
import dev.paperboy.TestClock;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve}, with the store taken away in the middle of sending and given back. */
class StoreGoneTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int READERS = 60;
  private static final int BEFORE = 10;

  @TempDir Path folder;

  private final List<EmbeddedPostgres> servers = new CopyOnWriteArrayList<>();
  private final TestClock clock = new TestClock("2025-12-05T04:00:00Z");

  @AfterEach
  void stopServers() {
    servers.forEach(StoreGoneTest::close);
  }

  @Test
  void a_postgresql_that_stops_and_comes_back_costs_no_mail_and_repeats_none() throws IOException {
    Path data = folder.resolve("postgres");
    EmbeddedPostgres first = postgres(data, 0);
    StoreSettings database =
        new StoreSettings(
            first.getJdbcUrl("postgres", "postgres"), "postgres", "", 4, Duration.ofSeconds(1));
    int port = first.getPort();
    try (MailSink sink = new MailSink();
        TestApplication paperboy = SmtpApplication.open(folder, clock, sink, database)) {
      assertNothingIsLostOrRepeated(paperboy, sink, () -> close(first), () -> postgres(data, port));
    }
  }

  @Test
  void a_disk_that_is_full_for_a_while_costs_no_mail_and_repeats_none() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    assumeTrue(
        ran("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", data.toString()),
        "only root can mount a small disk");
    TestDatabase.embedIn(data);
    Path ballast = data.resolve("ballast");
    try (MailSink sink = new MailSink();
        TestApplication paperboy = SmtpApplication.open(folder, clock, sink)) {
      assertNothingIsLostOrRepeated(
          paperboy, sink, () -> fill(ballast), () -> ballast.toFile().delete());
    } finally {
      assertThat(ran("umount", "-l", data.toString())).isTrue();
    }
  }

  private void assertNothingIsLostOrRepeated(
      TestApplication paperboy, MailSink sink, Runnable takeAway, Runnable giveBack) {
    SmtpApplication.subscribe(paperboy, READERS);
    SmtpApplication.takeIn(paperboy, "Dec 5");
    AtomicBoolean gone = new AtomicBoolean();
    sink.beforeAnswer(
        () -> {
          if (sink.count() >= BEFORE && gone.compareAndSet(false, true)) {
            takeAway.run();
          }
        });
    clock.moveTo("2025-12-05T09:00:00Z");
    try (Server server = Server.start(paperboy.application())) {
      eventually("health is bad", PATIENCE, () -> SmtpApplication.health(server) == 503);
      sink.awaitQuiet();
      assertThat(sink.count()).as("sent without the store").isLessThan(READERS);
      giveBack.run();
      eventually("everybody has mail", PATIENCE, () -> sink.count() >= READERS);
      eventually("health is good", PATIENCE, () -> SmtpApplication.health(server) == 200);
    }
    assertThat(sink.copies()).hasSize(READERS).doesNotHaveDuplicates();
    assertThat(paperboy.application().outbox().counts()).containsEntry(State.SENT, READERS);
  }

  private EmbeddedPostgres postgres(Path data, int port) {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(port)
              .start();
      servers.add(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until not an octet more goes in. */
  private static void fill(Path ballast) {
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // Just so.
    }
  }

  private static boolean ran(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
