package dev.paperboy.cli;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mailservers.RealMailServers;
import dev.paperboy.mailservers.SmtpSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program between real mail servers: it sends through Postfix, which bounces back what
 * it cannot deliver, into a mailbox that Paperboy reads.
 */
@Tag("full")
class MailServersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String INBOX = "papers@papers.example";
  private static final Pattern BOUNCE_ADDRESS =
      Pattern.compile("(?m)^Return-Path: <papers\\+b-[^@>]+@papers\\.example>");

  private static final Pattern LOOK = Pattern.compile("Mail in: \\d+ handled");

  @TempDir Path folder;

  private PaperboyFolder paperboy;

  @BeforeEach
  void servers() {
    RealMailServers.assumeInstalled();
    paperboy = new PaperboyFolder(folder);
  }

  @Test
  void a_bounce_of_postfix_is_read_from_dovecot_by_imap_as_soon_as_it_comes()
      throws IOException, InterruptedException {
    try (RealMailServers servers = RealMailServers.start(INBOX, "ada@readers.example")) {
      paperboy.config(servers.smtpPort(), PaperboyFolder.imap(servers));
      paperboy.subscribe("ada@readers.example", "gone@readers.example");
      paperboy.ingest();
      paperboy.everybodyIsDue();
      PaperboyProcess serve = paperboy.serve();
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
      String why = paperboy.run("why", "gone@readers.example");
      assertThat(why).contains("is suppressed: hard bounce (5.1.1)");
      assertThat(paperboy.run("why", "ada@readers.example")).doesNotContain("suppressed");
    }
  }

  @Test
  void a_bounce_in_the_maildir_that_postfix_delivers_to_is_read_by_the_next_run()
      throws IOException, InterruptedException {
    try (RealMailServers servers = RealMailServers.start(INBOX, "ada@readers.example")) {
      paperboy.config(
          servers.smtpPort(), "inbound: {maildir: %s}".formatted(servers.maildir("papers")));
      paperboy.subscribe("ada@readers.example", "gone@nowhere.example");
      paperboy.ingest();
      assertThat(paperboy.run("run")).contains("2 sent");
      eventually(
          "the bounce: " + servers.logs(), PATIENCE, () -> servers.inbox("papers").size() == 1);

      paperboy.run("run");
      assertThat(paperboy.run("why", "gone@nowhere.example"))
          .contains("soft bounce (5.1.2)")
          .doesNotContain("is suppressed");
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
      paperboy.config(servers.smtpPort(), "");
      paperboy.subscribe(numbered(readers));
      paperboy.ingest();
      assertThat(paperboy.run("run")).contains(readers + " sent");
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
      paperboy.config(port, "");
      paperboy.subscribe(numbered(readers));
      paperboy.ingest();
      assertThat(paperboy.run("run")).contains("0 sent").contains(readers + " deferred");
      assertThat(refusing.mails()).isEmpty();
    }
    try (SmtpSink sink = SmtpSink.startAt(port)) {
      for (int delivery = 1; delivery <= readers; delivery++) {
        paperboy.run("outbox", "retry", String.valueOf(delivery));
      }
      assertThat(paperboy.run("run")).contains(readers + " sent");
      assertThat(sink.recipients()).containsExactlyInAnyOrder(numbered(readers));
    }
  }

  @Test
  void a_sink_that_refuses_everybody_for_good_suppresses_nobody() throws Exception {
    int readers = 10;
    int port;
    try (SmtpSink sink = SmtpSink.start("-f", "RCPT", "-B", "550 5.1.1 no such user")) {
      port = sink.port();
      paperboy.config(port, "");
      paperboy.subscribe(numbered(readers));
      paperboy.ingest();
      assertThat(paperboy.run("run")).contains("0 sent").contains("refused alike");
      assertThat(paperboy.run("why", numbered(1)[0]))
          .doesNotContain("suppressed")
          .contains("5.1.1");
      assertThat(sink.mails()).isEmpty();
    }
    try (SmtpSink sink = SmtpSink.startAt(port)) {
      assertThat(paperboy.run("run")).contains(readers + " sent");
      assertThat(sink.recipients()).containsExactlyInAnyOrder(numbered(readers));
    }
  }

  /** Looks at the mailbox that found something, by what the log says. */
  private static long handled(PaperboyProcess serve) {
    return serve.output().lines().filter(LOOK.asPredicate()).count();
  }

  private static String[] numbered(int readers) {
    String[] emails = new String[readers];
    for (int i = 0; i < readers; i++) {
      emails[i] = "reader%d@sink.example".formatted(i);
    }
    return emails;
  }
}
