package dev.paperboy.mailservers;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The servers that other tests lean on do what those expect of them. */
@Tag("full")
class RealMailServersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void mail_to_a_tagged_address_is_read_by_imap_and_mail_to_nobody_comes_back()
      throws MessagingException {
    try (RealMailServers servers =
        RealMailServers.start("papers@papers.example", "ada@readers.example")) {
      send(servers, "papers+b-1@papers.example", "ada+tag@readers.example");
      send(servers, "papers+b-2@papers.example", "nobody@readers.example");
      send(servers, "papers+b-3@papers.example", "nobody@nowhere.example");

      eventually(
          "both bounces: " + servers.logs(), PATIENCE, () -> servers.inbox("papers").size() == 2);
      assertThat(servers.inbox("papers"))
          .allSatisfy(bounce -> assertThat(bounce).contains("multipart/report", "Action: failed"))
          .anySatisfy(bounce -> assertThat(bounce).contains("papers+b-2@", "Status: 5.1.1"))
          .anySatisfy(bounce -> assertThat(bounce).contains("papers+b-3@", "Status: 5.1.2"));

      Properties properties = new Properties();
      properties.put("mail.imap.timeout", "10000");
      try (Store store = Session.getInstance(properties).getStore("imap")) {
        store.connect("127.0.0.1", servers.imapPort(), "ada", RealMailServers.PASSWORD);
        try (Folder inbox = store.getFolder("INBOX")) {
          inbox.open(Folder.READ_ONLY);
          assertThat(inbox.getMessageCount()).isEqualTo(1);
          assertThat(inbox.getMessage(1).getSubject()).isEqualTo("Today's papers");
        }
      }
    }
  }

  @Test
  void nothing_is_left_when_they_are_closed() {
    RealMailServers servers = RealMailServers.start("papers@papers.example");
    assertThat(processesIn(servers)).isPositive();
    servers.close();
    eventually("no process is left", PATIENCE, () -> processesIn(servers) == 0);
    assertThat(servers.folder()).doesNotExist();
  }

  @Test
  void the_sink_keeps_what_postfix_relays_to_it() {
    RealMailServers.assumeInstalled();
    try (SmtpSink sink = SmtpSink.start()) {
      try (RealMailServers servers =
          RealMailServers.start(Map.of("sink.example", sink.port()), "papers@papers.example")) {
        send(servers, "papers@papers.example", "ben@sink.example");
        eventually("the mail: " + servers.logs(), PATIENCE, () -> sink.mails().size() == 1);
        assertThat(sink.recipients()).containsExactly("ben@sink.example");
      }
    }
  }

  /** Their command lines name the folder. */
  private static long processesIn(RealMailServers servers) {
    String folder = servers.folder().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> commandLine(process).contains(folder))
        .count();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private static void send(RealMailServers servers, String from, String to) {
    servers.send(
        from,
        to,
        "From: papers@papers.example\r\nTo: %s\r\nSubject: Today's papers\r\n\r\nNone.\r\n"
            .formatted(to));
  }
}
