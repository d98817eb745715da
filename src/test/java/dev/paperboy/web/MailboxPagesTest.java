package dev.paperboy.web;

import static dev.paperboy.web.Press.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxPagesTest {

  @TempDir Path folder;
  private Press press;

  @BeforeEach
  void open() throws Exception {
    press = Press.open(folder);
  }

  @AfterEach
  void close() {
    press.close();
  }

  @Test
  void a_newcomer_sees_the_first_mail() {
    assertThat(Site.page(press.get("/mailbox")).text()).contains("No mail yet.");
    press.dump(listing("2603.00001", "Graph networks", "About graphs.", 1));
    press.subscriber("ada@example.org", "interests:\n  - graph network\n");
    press.run();

    Document list = Site.page(press.get("/mailbox"));
    String link = list.select(".editions h2 a").attr("href");
    Document mail = Site.page(press.get(link));
    HttpResponse<String> html = press.get(link + "/html");
    HttpResponse<String> source = press.get(link + "/source");

    assertThat(list.select(".editions h2")).hasSize(1);
    assertThat(list.select(".attention").text()).contains("to ada@example.org");
    assertThat(mail.select("pre.mail").text()).contains("Graph networks");
    assertThat(mail.select(".headers dt").eachText()).contains("List-Unsubscribe", "Message-ID");
    assertThat(mail.text()).contains("It keeps every rule that its bytes can tell.");
    assertThat(html.body()).contains("Graph networks", "style=");
    assertThat(html.headers().allValues("Content-Security-Policy"))
        .containsExactly(MailHtml.POLICY);
    assertThat(source.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(source.body()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  }

  @Test
  void a_hostile_mail_is_shown_without_doing_anything() throws IOException {
    Path mailbox = Files.createDirectories(folder.resolve("data/mailbox"));
    Files.writeString(
        mailbox.resolve("odd.eml"),
        """
        From: x@example.org
        Subject: <script>alert(1)</script>
        Content-Type: text/html; charset=utf-8

        <script>alert(1)</script><form action=/admin/logout method=post><img src=//evil.example>
        """);

    HttpResponse<String> page = press.get("/mailbox/odd");
    HttpResponse<String> html = press.get("/mailbox/odd/html");

    assertThat(Site.page(page).select("script:not([src])")).isEmpty();
    assertThat(Site.page(page).select("h1").text()).isEqualTo("<script>alert(1)</script>");
    assertThat(Site.page(page).text()).contains("MUST");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "form-action 'none'", "sandbox ")
        .doesNotContain("script-src", "allow-scripts", "allow-same-origin");
  }

  @Test
  void the_config_can_open_it_or_take_it_away() throws Exception {
    press.close();
    press = Press.open(folder, "  mailbox: all");
    assertThat(MailboxGuardTest.status(press, "Host: papers.example.org")).isEqualTo(200);
    press.close();
    press = Press.open(folder, "  mailbox: off");
    assertThat(press.get("/mailbox").statusCode()).isEqualTo(404);
  }
}
