package dev.paperboy.web;

import static dev.paperboy.web.Press.listing;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.paperboy.outbox.Delivery.State;
import java.net.URLEncoder;
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

class AdminPagesTest {

  @TempDir Path folder;
  private Press press;
  private String cookie = "";

  @BeforeEach
  void open() throws Exception {
    press = Press.open(folder);
  }

  @AfterEach
  void close() {
    press.close();
  }

  @Test
  void without_a_password_in_the_config_there_is_no_such_page() throws Exception {
    press.close();
    press = Press.open(folder, "");

    for (String path : List.of("/admin", "/admin/outbox")) {
      assertThat(press.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(press.post("/admin/login", "password=").statusCode()).isEqualTo(404);
  }

  @Test
  void nothing_is_shown_or_done_before_the_password_is_given() {
    for (String path : List.of("/admin", "/admin/outbox")) {
      HttpResponse<String> answer = press.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(Site.page(answer).select("h1").text()).isEqualTo("Operator's page");
    }
    for (String path :
        List.of(
            "/admin/logout",
            "/admin/dumps/again",
            "/admin/outbox/retry",
            "/admin/outbox/cancel",
            "/admin/outbox/address")) {
      assertThat(press.post(path, "id=1&name=a").statusCode()).as(path).isEqualTo(401);
      assertThat(press.get(path).statusCode()).as(path).isEqualTo(405);
    }
    assertThat(press.get("/admin", "Cookie", "paperboy_admin=guessed").statusCode()).isEqualTo(401);
  }

  @Test
  void the_cookie_is_for_this_site_s_own_requests_and_no_script() {
    HttpResponse<String> answer = logIn(Press.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/admin");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .matches(
            "paperboy_admin=[A-Za-z0-9_-]{43}; Path=/admin; Max-Age=43200; HttpOnly;"
                + " SameSite=Strict");
    assertThat(admin("/admin").statusCode()).isEqualTo(200);
    assertThat(admin("/admin").headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void wrong_passwords_open_nothing_and_soon_have_to_wait() {
    for (int i = 0; i < FailedTries.MOST_OF_ONE; i++) {
      HttpResponse<String> answer = logIn("wrong password " + i);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    HttpResponse<String> waiting = logIn(Press.PASSWORD);

    assertThat(waiting.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(waiting.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(800L, 900L);
  }

  @Test
  void a_form_without_the_session_s_own_token_or_from_another_site_does_nothing() {
    queueOne();
    logIn(Press.PASSWORD);
    long id = press.application.outbox().list(List.of(State.values()), 1).get(0).id();
    String token = formToken();

    assertThat(post("/admin/outbox/cancel", "id=" + id).statusCode()).isEqualTo(403);
    assertThat(post("/admin/outbox/cancel", "form=x&id=" + id).statusCode()).isEqualTo(403);
    assertThat(
            post(
                    "/admin/outbox/cancel",
                    "form=" + token + "&id=" + id,
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(state(id)).isEqualTo(State.PENDING);

    assertThat(post("/admin/outbox/cancel", "form=" + token + "&id=" + id).statusCode())
        .isEqualTo(303);
    assertThat(state(id)).isEqualTo(State.CANCELLED);
    assertThat(post("/admin/outbox/retry", "form=" + token + "&id=" + id).statusCode())
        .isEqualTo(303);
    assertThat(state(id)).isEqualTo(State.PENDING);
    for (String odd : List.of("", "x", "-1", "9".repeat(30))) {
      assertThat(post("/admin/outbox/retry", "form=" + token + "&id=" + odd).statusCode())
          .as(odd)
          .isEqualTo(400);
    }
  }

  @Test
  void addresses_are_masked_until_one_is_asked_for_which_is_noted() {
    queueOne();
    logIn(Press.PASSWORD);
    long id = press.application.outbox().list(List.of(State.values()), 1).get(0).id();

    try (LogRecorder log = new LogRecorder(Level.INFO)) {
      assertThat(admin("/admin").body()).doesNotContain("ada@example.org");
      assertThat(admin("/admin/outbox").body())
          .doesNotContain("ada@example.org")
          .contains("@example.org");
      HttpResponse<String> shown =
          post("/admin/outbox/address", "form=" + formToken() + "&id=" + id);
      assertThat(shown.body()).contains("ada@example.org");
      assertThat(log.events().stream().map(ILoggingEvent::getFormattedMessage))
          .anyMatch(line -> line.contains("looked at the address of delivery " + id))
          .noneMatch(line -> line.contains("ada@example.org"));
    }
  }

  @Test
  void the_day_is_a_sum_that_adds_up() {
    press.dump(listing("2603.00001", "Graphs", "About graphs.", 1));
    press.subscriber("ada@example.org", "interests:\n  - graphs\n");
    press.subscriber("ben@example.org", "interests:\n  - nothing at all\n");
    press.run();
    logIn(Press.PASSWORD);

    Document page = Site.page(admin("/admin"));

    assertThat(page.select("#today ~ p").text())
        .contains("2 due = 1 queued + 1 skipped")
        .contains("1 mail = 1 sent");
    assertThat(page.select("#days tbody tr")).hasSize(30);
    assertThat(page.text()).contains("active 2", "graphs 1", "example.org");
    assertThat(page.html()).doesNotContain(Press.PASSWORD, "secret.key", "token_seed");
  }

  @Test
  void suppressions_are_counted_by_reason_without_addresses() {
    for (String name : List.of("ada", "ben", "cy")) {
      press.suppress(
          press.subscriber(name + "@example.org", "interests:\n  - graphs\n"),
          "550 <" + name + "@example.org> relay not permitted");
    }
    logIn(Press.PASSWORD);

    assertThat(Site.page(admin("/admin")).text())
        .contains("550 relay not permitted 3")
        .doesNotContain("ada@example.org");
  }

  @Test
  void a_refused_dump_is_shown_with_its_reason_and_can_be_tried_again() throws Exception {
    Path refused = Files.createDirectories(folder.resolve("dumps/refused"));
    String name = "odd <b> & name.txt";
    Files.writeString(refused.resolve(name), "no dump");
    Files.writeString(refused.resolve(name + ".why"), "It is <i>of</i> no known format.");
    logIn(Press.PASSWORD);

    Document page = Site.page(admin("/admin"));
    assertThat(page.select("section.bad pre").text()).isEqualTo("It is <i>of</i> no known format.");
    assertThat(page.select("section.bad h3").text()).isEqualTo(name);

    String body =
        "form=" + formToken() + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    assertThat(post("/admin/dumps/again", body).statusCode()).isEqualTo(303);
    assertThat(refused.resolve(name)).doesNotExist();
  }

  @Test
  void who_has_logged_out_is_out() {
    logIn(Press.PASSWORD);
    String body = "form=" + formToken();

    assertThat(post("/admin/logout", body).statusCode()).isEqualTo(303);
    assertThat(admin("/admin").statusCode()).isEqualTo(401);
  }

  @Test
  void metrics_are_for_this_machine_or_for_who_has_the_password() {
    HttpResponse<String> local = press.get("/metrics");
    String wrong = basic("operator:wrong");
    String right = basic("operator:" + Press.PASSWORD);

    assertThat(local.statusCode()).isEqualTo(200);
    assertThat(local.body())
        .contains("paperboy_deliveries{state=\"sent\"}", "paperboy_subscribers{state=\"active\"}")
        .contains("jvm_memory_used_bytes");
    assertThat(press.get("/metrics", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(401);
    assertThat(press.get("/metrics", "Via", "1.1 proxy", "Authorization", wrong).statusCode())
        .isEqualTo(401);
    assertThat(press.get("/metrics", "Via", "1.1 proxy", "Authorization", right).statusCode())
        .isEqualTo(200);
    assertThat(press.get("/metrics").body())
        .contains("paperboy_http_seconds_count{route=\"/metrics\",status=\"401\"} 2");
  }

  private static String basic(String pair) {
    return "Basic "
        + java.util.Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** A mail in the outbox that the schedule has not sent yet. */
  private void queueOne() {
    press.dump(listing("2603.00001", "Graphs", "About graphs.", 1));
    press.subscriber("ada@example.org", "interests:\n  - graphs\n");
    press.application.planner().planAll();
  }

  private State state(long id) {
    return press.application.outbox().find(id).orElseThrow().state();
  }

  private HttpResponse<String> logIn(String password) {
    HttpResponse<String> answer =
        press.post(
            "/admin/login", "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
    cookie = answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
    return answer;
  }

  private HttpResponse<String> admin(String path) {
    return press.get(path, "Cookie", cookie);
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Cookie";
    all[1] = cookie;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return press.post(path, body, all);
  }

  private String formToken() {
    return Site.page(admin("/admin")).select("input[name=form]").attr("value");
  }
}
