package dev.paperboy.cli;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.Dumps;
import dev.paperboy.mailservers.RealMailServers;
import dev.paperboy.mailservers.SmtpSink;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program between real mail servers: it sends through Postfix, which bounces back what
 * it cannot deliver, into a mailbox that Paperboy reads.
 */
class MailServersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String INBOX = "papers@papers.example";
  private static final Pattern BOUNCE_ADDRESS =
      Pattern.compile("(?m)^Return-Path: <papers\\+b-[^@>]+@papers\\.example>");

  private static final Pattern LOOK = Pattern.compile("Mail in: \\d+ handled");

  @TempDir Path folder;

  @BeforeEach
  void servers() {
    RealMailServers.assumeInstalled();
  }

  @Test
  void a_bounce_of_postfix_is_read_from_dovecot_by_imap_as_soon_as_it_comes()
      throws IOException, InterruptedException {
    try (RealMailServers servers = RealMailServers.start(INBOX, "ada@readers.example")) {
      config(servers.smtpPort(), imap(servers));
      subscribe("ada@readers.example", "gone@readers.example");
      ingest();
      everybodyIsDue();
      PaperboyProcess serve = PaperboyProcess.start(folder, "serve");
      try {
        eventually(
            "Ada has her digest: " + servers.logs(),
            PATIENCE,
            () -> servers.inbox("ada").size() == 1);
        eventually(
            "the bounce is recorded: " + servers.logs(),
            PATIENCE,
            () -> serve.output().contains("the reader is suppressed"));
        eventually(
            "it is put away: " + serve.output() + servers.logs(),
            PATIENCE,
            () -> servers.inbox("papers").isEmpty());

        // It has looked and will not look again for minutes, unless it is told.
        servers.send("ben@readers.example", INBOX, "Subject: Hello\r\n\r\nHow are you?\r\n");
        eventually(
            "the letter has come: " + servers.logs(),
            PATIENCE,
            () -> servers.logs().contains("from=<ben@readers.example>"));
        eventually("it is put away", PATIENCE, () -> handled(serve) >= 2);
      } finally {
        serve.terminate();
        serve.exitCode();
      }
      assertThat(serve.output())
          .containsPattern("delivery \\d to g\\*\\*\\*@readers.example: hard bounce \\(5.1.1\\)")
          .contains("Paperboy has stopped")
          .doesNotContain("Exception");
      assertThat(servers.inbox("ada").get(0)).containsPattern(BOUNCE_ADDRESS);
      assertThat(servers.maildir("papers").resolve(".Paperboy handled/cur"))
          .isDirectoryContaining("glob:**:2,S");
      String why = run("why", "gone@readers.example");
      assertThat(why).contains("is suppressed: hard bounce (5.1.1)");
      assertThat(run("why", "ada@readers.example")).doesNotContain("suppressed");
    }
  }

  @Test
  void a_bounce_in_the_maildir_that_postfix_delivers_to_is_read_by_the_next_run()
      throws IOException, InterruptedException {
    try (RealMailServers servers = RealMailServers.start(INBOX, "ada@readers.example")) {
      config(servers.smtpPort(), "inbound: {maildir: %s}".formatted(servers.maildir("papers")));
      subscribe("ada@readers.example", "gone@nowhere.example");
      ingest();
      assertThat(run("run")).contains("2 sent");
      eventually(
          "the bounce: " + servers.logs(), PATIENCE, () -> servers.inbox("papers").size() == 1);

      run("run");
      assertThat(run("why", "gone@nowhere.example")).contains("is suppressed: hard bounce (5.1.2)");
      assertThat(servers.maildir("papers").resolve("new")).isEmptyDirectory();
      assertThat(servers.maildir("papers").resolve("cur")).isDirectoryContaining("glob:**:2,S");
    }
  }

  @Test
  void a_batch_through_postfix_to_the_sink_adds_up_at_both_ends()
      throws IOException, InterruptedException {
    int readers = 120;
    try (SmtpSink sink = SmtpSink.start();
        RealMailServers servers =
            RealMailServers.start(Map.of("sink.example", sink.port()), INBOX)) {
      config(servers.smtpPort(), "");
      subscribe(numbered(readers));
      ingest();
      assertThat(run("run")).contains(readers + " sent");
      eventually("all arrive: " + servers.logs(), PATIENCE, () -> sink.mails().size() >= readers);
      assertThat(sink.recipients()).containsExactlyInAnyOrder(numbered(readers));
    }
  }

  @Test
  void what_the_sink_refuses_for_now_waits_and_arrives_once_when_it_takes_mail_again()
      throws IOException, InterruptedException {
    int readers = 3;
    int port;
    try (SmtpSink refusing = SmtpSink.start("-r", "RCPT", "-b", "450 4.2.2 mailbox full")) {
      port = refusing.port();
      config(port, "");
      subscribe(numbered(readers));
      ingest();
      assertThat(run("run")).contains("0 sent").contains(readers + " deferred");
      assertThat(refusing.mails()).isEmpty();
    }
    try (SmtpSink sink = SmtpSink.startAt(port)) {
      for (int delivery = 1; delivery <= readers; delivery++) {
        run("outbox", "retry", String.valueOf(delivery));
      }
      assertThat(run("run")).contains(readers + " sent");
      assertThat(sink.recipients()).containsExactlyInAnyOrder(numbered(readers));
    }
  }

  @Test
  void whom_the_sink_refuses_for_good_is_suppressed_and_counted() throws Exception {
    int readers = 10;
    try (SmtpSink sink = SmtpSink.start("-f", "RCPT", "-B", "550 5.1.1 no such user")) {
      config(sink.port(), "");
      subscribe(numbered(readers));
      ingest();
      assertThat(run("run")).contains("0 sent").contains(readers + " failed");
      assertThat(run("why", numbered(1)[0])).contains("suppressed").contains("5.1.1");
      assertThat(sink.mails()).isEmpty();
    }
  }

  /** Looks at the mailbox that found something, by what the log says. */
  private static long handled(PaperboyProcess serve) {
    return serve.output().lines().filter(LOOK.asPredicate()).count();
  }

  private static String imap(RealMailServers servers) {
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

  private void config(int smtp, String more) throws IOException {
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

  private static String[] numbered(int readers) {
    String[] emails = new String[readers];
    for (int i = 0; i < readers; i++) {
      emails[i] = "reader%d@sink.example".formatted(i);
    }
    return emails;
  }

  private void subscribe(String... emails) throws IOException, InterruptedException {
    StringJoiner people = new StringJoiner(",", "[", "]");
    for (String email : emails) {
      people.add("{\"email\":\"%s\",\"interests\":\"interests: [robot]\"}".formatted(email));
    }
    Files.writeString(folder.resolve("people.json"), people.toString());
    run("subscriber", "import", "people.json");
  }

  /** As if their hour had come just now. */
  private void everybodyIsDue() {
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

  private Path drop() throws IOException {
    String today =
        LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    Path hidden = dumps.resolve(".today.txt");
    Files.writeString(
        hidden, Dumps.capture(today, "Soft Hands", "A robot that picks up eggs and counts them."));
    return Files.move(hidden, dumps.resolve("today.txt"));
  }

  private void ingest() throws IOException, InterruptedException {
    run("ingest", drop().toString());
  }

  private String run(String... args) throws InterruptedException {
    PaperboyProcess process = PaperboyProcess.start(folder, args);
    int code = process.exitCode();
    assertThat(code).as(process.output()).isLessThanOrEqualTo(1);
    return process.output();
  }
}
