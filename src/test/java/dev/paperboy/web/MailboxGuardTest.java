package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that must not see the local mailbox, or more than it. They change nothing. */
class MailboxGuardTest {

  @TempDir static Path folder;
  private static Press press;

  @BeforeAll
  static void open() throws Exception {
    press = Press.open(folder);
    Files.createDirectories(folder.resolve("data/mailbox"));
    Files.writeString(folder.resolve("data/secret.eml"), "Subject: secret\n\nsecret");
  }

  @AfterAll
  static void close() {
    press.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "..", "%2e%2e%2fsecret", "a%00b", "..%5c..%5cx"})
  void other_files_are_not_shown(String name) {
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
    assertThat(status(press, headers.replace("\\r\\n", "\r\n"))).isEqualTo(status);
  }

  /** Of the answer to a request for the mailbox with these headers. */
  static int status(Press press, String headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", press.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /mailbox HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
