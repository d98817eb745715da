package dev.paperboy.web;

import static dev.paperboy.web.Press.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in an archive of one paper that lead nowhere. They change nothing. */
class MissingPagesTest {

  @TempDir static Path folder;
  private static Press press;

  @BeforeAll
  static void open() throws Exception {
    press = Press.open(folder);
    press.dump(listing("2603.00001", "A paper", "Words.", 1));
  }

  @AfterAll
  static void close() {
    press.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/editions/0",
        "/editions/2",
        "/editions/-1",
        "/editions/x",
        "/editions/99999999999",
        "/papers/none",
        "/papers/99",
        "/papers/a/b/c",
        "/papers/%00",
        "/papers/..%2f..%2fetc",
        "/feed/x.atom",
        "/reader/x/papers/1",
        "/reader/x/mail/1",
        "/reader/x/matched/1"
      })
  void what_is_not_there_is_a_page_that_says_so(String path) {
    HttpResponse<String> answer = press.get(path);

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
  }
}
