package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
              + " 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  private static final String ROBOTICS = "interests: [robotics]\n";

  @TempDir static Path folder;
  private static Site site;

  @BeforeAll
  static void open() {
    site = Site.open(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  static Stream<String> paths() {
    return Stream.of(
        "/",
        "/healthz",
        "/assets/paperboy.css",
        "/interests.schema.json",
        "/unsubscribe/wrong",
        "/interests/wrong",
        "/unsubscribe/",
        "/no/such/page");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void every_answer_carries_the_headers_that_protect_it(String path) {
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE")) {
      HttpResponse<String> answer = site.send(method, path, BodyPublishers.noBody());
      HEADERS.forEach(
          (name, value) ->
              assertThat(answer.headers().allValues(name))
                  .as("%s of %s %s", name, method, path)
                  .containsExactly(value));
      assertThat(answer.headers().map())
          .doesNotContainKeys("server", "set-cookie", "x-powered-by", "location");
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void a_head_request_is_answered_as_a_get_request_without_the_body(String path) {
    HttpResponse<String> get = site.get(path);
    HttpResponse<String> head = site.send("HEAD", path, BodyPublishers.noBody());

    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/no/such/page", "/favicon.ico", "/unsubscribe", "/interests/", "/a%0d%0ab", "//"})
  void what_is_not_there_is_a_page_that_says_so(String path) {
    HttpResponse<String> answer = site.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Site.page(answer).selectXpath("//h1").text()).isEqualTo("There is no such page");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, 'GET, HEAD'",
    "DELETE, /healthz, 'GET, HEAD'",
    "POST, /assets/paperboy.css, 'GET, HEAD'",
    "PUT, /unsubscribe/token, 'GET, HEAD, POST'",
    "DELETE, /interests/token, 'GET, HEAD, POST'"
  })
  void a_wrong_method_is_told_the_right_ones(String method, String path, String allowed) {
    HttpResponse<String> answer = site.send(method, path, BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElseThrow().split(", "))
        .containsExactlyInAnyOrder(allowed.split(", "));
    assertThat(Site.page(answer).selectXpath("//h1").text()).isEqualTo("This does not work here");
  }

  /** Those of the table of routes are tried by {@link RouteLimitsTest}. */
  @Test
  void a_body_that_says_it_is_too_large_is_refused_even_where_there_is_nothing()
      throws IOException {
    String answer =
        raw(
            "POST /no/such/page HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                + (64 * 1024 + 1)
                + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("<h1>This is too long</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/unsubscribe/", "/interests/"})
  void a_body_that_hides_its_length_is_refused_too(String route) {
    Subscriber reader = site.subscriber(route.substring(1, 4) + "@example.org", ROBOTICS);
    boolean leaving = route.startsWith("/u");
    String link = site.link(reader, leaving ? Purpose.UNSUBSCRIBE : Purpose.INTERESTS);
    byte[] large = ("interests=" + "a".repeat(64 * 1024)).getBytes(StandardCharsets.US_ASCII);

    HttpResponse<String> answer =
        site.send(
            "POST",
            link,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
            "Content-Type",
            Site.FORM);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(site.reread(reader)).isEqualTo(reader);
  }

  @Test
  void a_request_that_is_no_http_gets_a_page_with_all_headers() throws IOException {
    String answer = raw("GET /interests/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400");
    HEADERS.forEach((name, value) -> assertThat(answer).contains(name + ": " + value + "\r\n"));
    assertThat(answer)
        .contains("<h1>This request is not understood</h1>")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("%zz");
  }

  @Test
  void every_page_is_whole_and_uses_the_one_style_sheet() {
    for (String path : List.of("/", "/no/such/page", "/unsubscribe/wrong", "/interests/wrong")) {
      HttpResponse<String> answer = site.get(path);
      Document page = Site.page(answer);
      assertThat(answer.body()).startsWith("<!DOCTYPE html>");
      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("main")).hasSize(1);
      assertThat(page.title()).isNotBlank();
      assertThat(page.select("script:not([src^=/assets/][defer]), style, [style]")).isEmpty();
      assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
          .singleElement()
          .satisfies(address -> assertThat(address).startsWith("/assets/").endsWith(".css"));
    }
  }

  @Test
  void the_style_sheet_is_css_that_browsers_may_keep_for_ever_as_its_name_changes_with_it() {
    Document home = Site.page(site.get("/"));
    HttpResponse<String> answer = site.get(home.select("link[rel=stylesheet]").attr("href"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    assertThat(answer.headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");
    assertThat(answer.body()).contains("prefers-color-scheme: dark");
  }

  @Test
  void the_schema_of_interests_is_the_documented_one_for_editors_anywhere() throws IOException {
    HttpResponse<String> answer = site.get("/interests.schema.json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/schema+json");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=3600");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.body()).isEqualTo(Files.readString(Path.of("docs/interests.schema.json")));
    assertThat(site.get("/").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
