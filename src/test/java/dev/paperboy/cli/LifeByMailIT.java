package dev.paperboy.cli;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailText;
import dev.paperboy.mailservers.RealMailServers;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader's whole life in her inbox: Postfix takes her letters and delivers them to Dovecot,
 * Paperboy reads them there by IMAP and answers through Postfix.
 */
@Tag("full")
class LifeByMailIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ADA = "ada@readers.example";
  private static final String PAPERS = "papers@papers.example";

  @TempDir Path folder;

  private final Set<String> read = new HashSet<>();
  private RealMailServers servers;
  private PaperboyFolder paperboy;
  private PaperboyProcess serve;

  @BeforeEach
  void start() throws IOException {
    servers = RealMailServers.start(PAPERS, ADA);
    paperboy = new PaperboyFolder(folder);
    paperboy.config(servers.smtpPort(), PaperboyFolder.imap(servers));
    serve = paperboy.serve();
  }

  @AfterEach
  void end() throws InterruptedException {
    if (serve != null) {
      stop();
    }
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  void a_whole_life_by_mail_between_postfix_and_dovecot() throws Exception {
    MimeMessage asked = write(PAPERS, "Subscribe", "robot\n\nThanks, Ada\n");
    assertThat(asked.getSubject()).startsWith("Please confirm");
    assertThat(answer(asked, "Yes, please.").getSubject()).contains("Welcome");
    stop();

    paperboy.ingest();
    paperboy.everybodyIsDue();
    serve = paperboy.serve();
    MimeMessage digest = next("the digest");
    assertThat(MailText.of(digest)).contains("Soft Hands");

    MimeMessage interests = answer(digest, "Interests, please!\n\n" + quoted(digest));
    String document = MailText.of(interests);
    assertThat(document).contains("--- interests: begin ---", "  - robot");
    MimeMessage mistake = answer(interests, document.replace("  - robot", "  - naem: whale"));
    assertThat(MailText.of(mistake)).contains("naem", "Did you mean");
    String mended = document.replace("  - robot", "  - robot\n  - \u201Cwhale song\u201D");
    MimeMessage changed = answer(mistake, "> " + mended.replace("\n", "\n> "));
    assertThat(MailText.of(changed)).contains("whale song", "/undo/", "Soft Hands");

    assertThat(MailText.of(answer(digest, "Less like this: blockchain"))).contains("blockchain");
    String later = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    assertThat(answer(digest, "Pause until " + later).getSubject()).contains("no digests for now");
    assertThat(answer(digest, "unsubscribe").getSubject()).contains("You have left");
    stop();
    assertThat(serve.output()).doesNotContain("Exception");
    assertThat(paperboy.run("subscriber", "show", ADA))
        .contains("unsubscribed", "whale song", "mute: [blockchain]");
    assertThat(servers.inbox("ada")).as("nothing came twice").hasSize(read.size());
    assertThat(servers.inbox("papers")).as("every letter is put away").isEmpty();
  }

  private void stop() throws InterruptedException {
    serve.terminate();
    serve.exitCode();
  }

  /** Ada writes; what she gets for it. */
  private MimeMessage write(String to, String subject, String text, String... headers)
      throws Exception {
    List<String> lines = new ArrayList<>(List.of("From: Ada <" + ADA + ">", "To: " + to));
    lines.addAll(List.of(headers));
    lines.add("Subject: " + subject);
    lines.add("MIME-Version: 1.0");
    lines.add("Content-Type: text/plain; charset=UTF-8");
    lines.add("Content-Transfer-Encoding: 8bit");
    lines.add("");
    lines.addAll(text.lines().toList());
    byte[] octets = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    servers.send(ADA, to, new String(octets, StandardCharsets.ISO_8859_1));
    return next("the answer to: " + subject + " / " + text.lines().findFirst().orElse(""));
  }

  private MimeMessage answer(MimeMessage mail, String text) throws Exception {
    return write(
        ((InternetAddress) mail.getReplyTo()[0]).getAddress(),
        "Re: " + mail.getSubject(),
        text,
        "In-Reply-To: " + mail.getMessageID());
  }

  /** The one mail in Ada's inbox that she has not read. */
  private MimeMessage next(String what) throws MessagingException {
    eventually(
        what + "\n" + serve.output() + servers.logs(),
        PATIENCE,
        () -> servers.inbox("ada").size() > read.size());
    List<String> unread =
        servers.inbox("ada").stream().filter(mail -> !read.contains(mail)).toList();
    assertThat(unread).as(what).hasSize(1);
    read.addAll(unread);
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(unread.get(0).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String quoted(MimeMessage mail) throws IOException {
    return "> " + MailText.of(mail).replace("\n", "\n> ");
  }
}
