package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.Dumps;
import dev.paperboy.mailservers.RealMailServers;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/** A folder in which the packaged program is at home, for tests with real mail servers. */
final class PaperboyFolder {

  private final Path folder;

  PaperboyFolder(Path folder) {
    this.folder = folder;
  }

  /** Lines of the config: Paperboy reads its mailbox from Dovecot. */
  static String imap(RealMailServers servers) {
    // Seldom enough that only a word of the server can be what makes it look.
    return """
        inbound:
          check_every: 20m
          imap:
            host: 127.0.0.1
            port: %d
            security: none
            user: papers
            password: %s
        """
        .formatted(servers.imapPort(), RealMailServers.PASSWORD);
  }

  void config(int smtp, String more) throws IOException {
    Files.writeString(
        folder.resolve("config.yml"),
        """
        mail: {from: papers@papers.example, transport: smtp}
        smtp: {host: 127.0.0.1, port: %d, security: none}
        dumps: {settle: 0s, check_every: 1s}
        delivery: {check_every: 1s}
        web: {port: 0}
        """
                .formatted(smtp)
            + more);
  }

  void subscribe(String... emails) throws IOException, InterruptedException {
    StringJoiner people = new StringJoiner(",", "[", "]");
    for (String email : emails) {
      people.add("{\"email\":\"%s\",\"interests\":\"interests: [robot]\"}".formatted(email));
    }
    Files.writeString(folder.resolve("people.json"), people.toString());
    run("subscriber", "import", "people.json");
  }

  /** As if their hour had come just now. */
  void everybodyIsDue() {
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

  /** Today's dump appears among the dumps. */
  Path drop() throws IOException {
    String today =
        LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    Path hidden = dumps.resolve(".today.txt");
    Files.writeString(
        hidden, Dumps.capture(today, "Soft Hands", "A robot that picks up eggs and counts them."));
    return Files.move(hidden, dumps.resolve("today.txt"));
  }

  void ingest() throws IOException, InterruptedException {
    run("ingest", drop().toString());
  }

  String run(String... args) throws InterruptedException {
    PaperboyProcess process = PaperboyProcess.start(folder, args);
    int code = process.exitCode();
    assertThat(code).as(process.output()).isLessThanOrEqualTo(1);
    return process.output();
  }

  PaperboyProcess serve() {
    return PaperboyProcess.start(folder, "serve");
  }
}
