package dev.paperboy.cli;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.paperboy.app.Dumps;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, run, killed and stopped as operating systems do it; mail by real SMTP. */
class ServeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int READERS = 250;
  private static final int CONNECTIONS = 2;
  private static final int KILLS = 3;

  @TempDir Path folder;

  private final GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() throws IOException {
    sink.start();
    Files.writeString(
        folder.resolve("config.yml"),
        """
        mail: {from: paperboy@example.org, transport: smtp}
        smtp: {host: 127.0.0.1, port: %d, security: none}
        dumps: {settle: 0s, check_every: 1s}
        delivery: {check_every: 1s, connections: %d}
        web: {port: 0}
        """
            .formatted(sink.getSmtp().getPort(), CONNECTIONS));
  }

  @AfterEach
  void stop() {
    sink.stop();
  }

  @Test
  void kill_nine_at_random_moments_loses_no_mail_and_repeats_at_most_one_for_each_connection()
      throws Exception {
    subscribe(READERS);
    Random random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      PaperboyProcess serve = PaperboyProcess.start(folder, "serve");
      int before = sink.getReceivedMessages().length;
      int enough = before + 20 + random.nextInt(60);
      eventually(
          "some mails: " + serve.output(),
          PATIENCE,
          () -> sink.getReceivedMessages().length >= enough || everybodyHasMail());
      serve.kill();
    }
    PaperboyProcess last = PaperboyProcess.start(folder, "serve");
    eventually("everybody has mail", PATIENCE, this::everybodyHasMail);
    eventually("the outbox is empty", PATIENCE, () -> sink.getReceivedMessages().length >= READERS);
    last.terminate();
    last.exitCode();

    Map<String, Set<String>> messageIds = new HashMap<>();
    int copies = 0;
    for (MimeMessage message : sink.getReceivedMessages()) {
      messageIds
          .computeIfAbsent(recipient(message), who -> new HashSet<>())
          .add(message.getMessageID());
      copies++;
    }
    assertThat(messageIds).hasSize(READERS);
    assertThat(messageIds.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    assertThat(copies - READERS).as("extra copies").isBetween(0, KILLS * CONNECTIONS);

    PaperboyProcess again = PaperboyProcess.start(folder, "run");
    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(sink.getReceivedMessages()).hasSize(copies);
  }

  @Test
  void a_second_process_on_the_same_database_gets_a_sentence_and_sigterm_stops_the_first_cleanly()
      throws InterruptedException {
    PaperboyProcess serve = PaperboyProcess.start(folder, "serve");
    eventually("it is up", PATIENCE, () -> serve.output().contains("Paperboy is up"));

    PaperboyProcess second = PaperboyProcess.start(folder, "outbox");
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output())
        .contains("in use by another Paperboy")
        .doesNotContain("\tat ")
        .hasLineCount(1);

    serve.terminate();
    serve.exitCode();
    assertThat(serve.output()).contains("Paperboy has stopped").doesNotContain("Exception");
    PaperboyProcess third = PaperboyProcess.start(folder, "outbox");
    assertThat(third.exitCode()).as(third.output()).isZero();
  }

  private boolean everybodyHasMail() {
    return Arrays.stream(sink.getReceivedMessages()).map(ServeIT::recipient).distinct().count()
        == READERS;
  }

  private static String recipient(MimeMessage message) {
    try {
      return message.getHeader("To", ",");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Readers whose hour has come, whenever the test runs. */
  private void subscribe(int readers) throws IOException, InterruptedException {
    StringJoiner all = new StringJoiner(",", "[", "]");
    for (int i = 0; i < readers; i++) {
      all.add(
          "{\"email\":\"reader%d@example.org\",\"interests\":\"interests: [robot]\"}".formatted(i));
    }
    Files.writeString(folder.resolve("people.json"), all.toString());
    PaperboyProcess add = PaperboyProcess.start(folder, "subscriber", "import", "people.json");
    assertThat(add.exitCode()).as(add.output()).isZero();
    // The dump first, else the hour would find nothing to send.
    drop();
    PaperboyProcess ingest = PaperboyProcess.start(folder, "ingest", "dumps/today.txt");
    assertThat(ingest.exitCode()).as(ingest.output()).isZero();
    String url = StoreSettings.embeddedIn(folder.resolve("data"));
    try (Store store = Store.open(new StoreSettings(url, "sa", "", 2))) {
      store
          .jdbi()
          .useHandle(
              db ->
                  db.createUpdate("update subscriber set next_digest_at = :now")
                      .bind("now", OffsetDateTime.now(ZoneOffset.UTC))
                      .execute());
    }
  }

  private void drop() throws IOException {
    String today =
        LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
    Files.createDirectories(folder.resolve("dumps"));
    Files.writeString(
        folder.resolve("dumps/today.txt"),
        Dumps.capture(
            today, "Soft Hands", "A robot that picks up eggs and counts the broken ones."));
  }
}
