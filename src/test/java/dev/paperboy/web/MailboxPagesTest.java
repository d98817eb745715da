package dev.paperboy.web;

import static dev.paperboy.web.Press.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"none", "..", "%2e%2e%2fsecret", "a%00b", "..%5c..%5cx"})
  void other_files_are_not_shown(String name) throws IOException {
    Files.createDirectories(folder.resolve("data/mailbox"));
    Files.writeString(folder.resolve("data/secret.eml"), "Subject: secret\n\nsecret");

    for (String what : List.of("", "/html", "/source")) {
      HttpResponse<String> answer = press.get("/mailbox/" + name + what);
      assertThat(answer.statusCode()).isIn(400, 404);
      assertThat(answer.body()).doesNotContain("Subject: secret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Host: papers.example.org, 404",
    "Host: localhost.evil.example, 404",
    "Host: 127.0.0.1.evil.example:8080, 404",
    "Host: localhost:8080, 200",
    "Host: [::1]:8080, 200",
    "Host: localhost\\r\\nX-Forwarded-For: 192.0.2.7, 404",
    "Host: localhost\\r\\nForwarded: for=192.0.2.7, 404",
    "Host: localhost\\r\\nVia: 1.1 proxy, 404"
  })
  void only_a_browser_of_this_machine_that_means_it_sees_the_mailbox(String headers, int status)
      throws IOException {
    assertThat(statusOf("/mailbox", headers.replace("\\r\\n", "\r\n"))).isEqualTo(status);
  }

  @Test
  void the_config_can_open_it_or_take_it_away() throws Exception {
    press.close();
    press = Press.open(folder, "  mailbox: all");
    assertThat(statusOf("/mailbox", "Host: papers.example.org")).isEqualTo(200);
    press.close();
    press = Press.open(folder, "  mailbox: off");
    assertThat(press.get("/mailbox").statusCode()).isEqualTo(404);
  }

  private int statusOf(String path, String headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", press.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
