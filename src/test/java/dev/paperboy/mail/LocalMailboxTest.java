package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMailboxTest {

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void choose() {
    folder = temporary.resolve("mailbox");
  }

  @Test
  void a_mail_lies_in_the_folder_with_its_html_and_in_the_index() throws Exception {
    DeliveryResult result =
        send(
            new LocalMailbox(folder, Mails.UNSIGNED),
            Mails.with("<1@x.example>", "ada+l@example.org", "Drei · 5 Dec"));

    assertThat(result).isInstanceOf(Accepted.class);
    assertThat(names()).hasSize(3).contains("index.html");
    String mail = names().stream().filter(name -> name.endsWith(".eml")).findAny().orElseThrow();
    assertThat(mail).matches("2025-12-05_ada-l-at-example\\.org_[0-9a-f]{16}\\.eml");
    assertThat(folder.resolve(mail.replace(".eml", ".html"))).hasContent("<p>Good morning.</p>");
    assertThat(Mails.parsed(Files.readAllBytes(folder.resolve(mail))).getSubject())
        .isEqualTo("Drei · 5 Dec");
    Document index = index();
    assertThat(index.select("a.subject").text()).isEqualTo("Drei · 5 Dec");
    assertThat(index.select("a").eachAttr("href"))
        .containsExactly("./" + mail.replace(".eml", ".html"), "./" + mail);
    assertThat(index.text()).contains("ada+l@example.org", "5 December 2025", "06:30");
  }

  @Test
  void the_same_message_id_gives_the_same_file_even_by_another_mailbox_on_another_day()
      throws IOException {
    OutgoingMail mail = Mails.to("ada@example.org");
    MailHead later =
        new MailHead(
            mail.head().messageId(),
            Mails.DATE.plusSeconds(86_400),
            mail.head().from(),
            null,
            "Again");
    send(new LocalMailbox(folder, Mails.UNSIGNED), mail);
    List<String> before = names();

    send(new LocalMailbox(folder, Mails.UNSIGNED), mail);
    send(
        new LocalMailbox(folder, Mails.UNSIGNED),
        new OutgoingMail(mail.envelope(), later, mail.headers(), mail.body()));

    assertThat(names()).isEqualTo(before);
    assertThat(index().select("a.subject").text()).isEqualTo("Again");
  }

  @Test
  void the_index_shows_the_newest_first_and_what_it_shows_is_text() throws IOException {
    LocalMailbox mailbox = new LocalMailbox(folder, Mails.UNSIGNED);
    OutgoingMail old = Mails.with("<1@x.example>", "ada@example.org", "Old");
    send(mailbox, old);
    MailHead head =
        new MailHead(
            "<2@x.example>",
            Mails.DATE.plusSeconds(60),
            old.head().from(),
            null,
            "<img src=x onerror=alert(1)> \"&");
    send(mailbox, new OutgoingMail(old.envelope(), head, List.of(), old.body()));

    assertThat(index().select("a.subject").eachText())
        .containsExactly("<img src=x onerror=alert(1)> \"&", "Old");
    assertThat(index().select("img, script, link, [src]")).isEmpty();
  }

  @Test
  void a_mail_in_plain_text_can_be_looked_at_too() throws IOException {
    send(new LocalMailbox(folder, Mails.UNSIGNED), Mails.saying("Hi", "Only words", null));

    assertThat(names())
        .anyMatch(name -> name.endsWith(".txt"))
        .noneMatch(name -> name.endsWith("org.html"));
    assertThat(index().select("a.subject").attr("href")).endsWith(".txt");
  }

  @Test
  void a_file_that_is_no_mail_of_ours_does_not_break_the_index() throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("x'\" <b>&%.eml"), new byte[] {0, 1, 2, (byte) 0xff, '\n', ':'});
    Files.writeString(folder.resolve("dateless.eml"), "Date: soon\nSubject: =?x?y?z?=\n\nhello");

    send(new LocalMailbox(folder, Mails.UNSIGNED), Mails.to("ada@example.org"));

    assertThat(index().select("li")).hasSize(3);
    assertThat(index().select("b")).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_is_our_fault_in_a_sentence() throws IOException {
    Files.writeString(folder, "a file where the folder should be");

    DeliveryResult result =
        send(new LocalMailbox(folder, Mails.UNSIGNED), Mails.to("ada@example.org"));

    assertThat(result).isInstanceOf(SenderFault.class);
    assertThat(result.reply()).contains("cannot be written", folder.toString());
  }

  @Test
  void a_mail_that_cannot_be_written_leaves_nothing_behind() throws IOException {
    DeliveryResult result =
        send(
            new LocalMailbox(folder, Mails.UNSIGNED),
            Mails.with("<1@x>\nBcc: eve@x", "ada@example.org", "x"));

    assertThat(result).isInstanceOf(PermanentFailure.class);
    assertThat(folder)
        .satisfiesAnyOf(
            p -> assertThat(p).doesNotExist(),
            p -> assertThat(names()).containsExactly("index.html"));
  }

  @Test
  void many_connections_at_once_lose_nothing() throws Exception {
    LocalMailbox one = new LocalMailbox(folder, Mails.UNSIGNED);
    LocalMailbox other = new LocalMailbox(folder, Mails.UNSIGNED);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<DeliveryResult>> sendings = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      OutgoingMail mail = Mails.with("<" + i + "@x.example>", "ada@example.org", "No " + i);
      LocalMailbox mailbox = i % 2 == 0 ? one : other;
      sendings.add(() -> send(mailbox, mail));
    }
    for (Future<DeliveryResult> result : threads.invokeAll(sendings)) {
      assertThat(result.get()).isInstanceOf(Accepted.class);
    }
    threads.shutdown();

    send(one, Mails.with("<last@x.example>", "ada@example.org", "Last"));
    assertThat(names()).hasSize(81 * 2 + 1).noneMatch(name -> name.endsWith(".tmp"));
    assertThat(index().select("li")).hasSize(81);
  }

  private static DeliveryResult send(LocalMailbox mailbox, OutgoingMail mail) {
    try (Transport.Connection connection = mailbox.connect()) {
      return connection.send(mail);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Document index() throws IOException {
    return Jsoup.parse(Files.readString(folder.resolve("index.html")));
  }
}
