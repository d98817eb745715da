package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Listings;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every route answers to a wrong token, a wrong method, too much and too often: those of the
 * table of routes, so that a new one is tried with the others, or fails here until it is said what
 * stands in its path.
 */
class RouteLimitsTest {

  private static final int LIMIT = 64 * 1024;
  private static final int PER_MINUTE = 3;
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final Pattern PART = Pattern.compile("[{<](\\w+)[}>]");

  /** What opens the routes with a token, by the beginning of their paths. */
  private static final Map<String, Purpose> OPENED_BY =
      Map.ofEntries(
          Map.entry("/confirm/", Purpose.CONFIRM),
          Map.entry("/undo/", Purpose.UNDO),
          Map.entry("/unsubscribe/", Purpose.UNSUBSCRIBE),
          Map.entry("/pause/", Purpose.UNSUBSCRIBE),
          Map.entry("/resume/", Purpose.UNSUBSCRIBE),
          Map.entry("/data/", Purpose.INTERESTS),
          Map.entry("/erase/", Purpose.INTERESTS),
          Map.entry("/interests/", Purpose.INTERESTS),
          Map.entry("/feed/", Purpose.FEED),
          Map.entry("/reader/{token}/papers/", Purpose.FEED),
          Map.entry("/reader/{token}/mail/", Purpose.VIEW),
          Map.entry("/reader/{token}/matched/", Purpose.VIEW));

  private static final String ROBOTS = "interests: [robot]\n";

  /** A form with every field that a page of ours sends. */
  private static final String FIELDS =
      "interests=interests%3A+%5Brobot%5D&until=1+week&address=x%40example.org&email=x&topics=y";

  @TempDir static Path folder;
  private static Site open;
  private static Site strict;
  private static final AtomicInteger NETWORKS = new AtomicInteger();

  @BeforeAll
  static void open() {
    open = Site.whole(folder.resolve("open"), new WebSettings("127.0.0.1", 0, 0, 0, 0));
    strict =
        Site.whole(folder.resolve("strict"), new WebSettings("127.0.0.1", 0, 1, PER_MINUTE, 0));
    open.dump("2026-03-04", false, Listings.listing("2603.00001", "Robots", "Words of robots."));
  }

  @AfterAll
  static void close() {
    open.close();
    strict.close();
  }

  static List<Route> routes() {
    Assets assets = new Assets(open.parts.style().look());
    Pages pages = new Pages(open.parts.baseUrl(), open.parts.style(), assets);
    return WebServer.routes(new WebSettings("", 0, 0, 0, 0), open.parts, pages, assets).all();
  }

  static Stream<Route> routesWithToken() {
    return routes().stream().filter(Route::hasToken);
  }

  static Stream<String> paths() {
    return routes().stream().map(Route::path).distinct();
  }

  @Test
  void all_pages_are_in_the_table() {
    assertThat(paths())
        .contains("/", "/subscribe", "/erase/{token}", "/search", "/mailbox", "/admin", "/metrics");
    assertThat(routesWithToken()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("routesWithToken")
  void a_wrong_token_is_answered_as_one_that_never_was(Route route) {
    Purpose opens =
        OPENED_BY.entrySet().stream()
            .filter(each -> route.path().startsWith(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new AssertionError("say in OPENED_BY what opens " + route.path()));
    HttpResponse<String> never = ask(route, "x".repeat(43));

    assertThat(never.statusCode()).isEqualTo(404);
    for (String wrong : wrongTokens(opens)) {
      HttpResponse<String> answer = ask(route, wrong);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(never.body());
      assertThat(headers(answer)).isEqualTo(headers(never));
    }
    assertProtected(never);
  }

  /** As long as it takes, it tells nothing: a wrong token costs what an unknown one costs. */
  @ParameterizedTest
  @MethodSource("routesWithToken")
  void a_wrong_token_takes_no_longer_than_one_that_never_was(Route route) {
    Subscriber reader = open.subscriber("t" + NETWORKS.incrementAndGet() + "@example.org", ROBOTS);
    String wrong = open.tokens.of(reader, Purpose.REPLY);
    List<Long> never = new ArrayList<>();
    List<Long> other = new ArrayList<>();
    for (int time = 0; time < 9; time++) {
      never.add(nanos(() -> ask(route, "y".repeat(43))));
      other.add(nanos(() -> ask(route, wrong)));
    }

    assertThat(median(other)).isLessThan(3 * median(never) + Duration.ofMillis(20).toNanos());
  }

  @ParameterizedTest
  @MethodSource("paths")
  void a_wrong_method_is_told_the_right_ones(String path) {
    Set<String> right =
        routes().stream()
            .filter(route -> route.path().equals(path))
            .map(route -> route.method().name())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String method : METHODS) {
      if (!right.contains(method)) {
        HttpResponse<String> answer = open.send(method, filled(path, "x"), BodyPublishers.noBody());
        assertThat(answer.statusCode()).as(method).isEqualTo(405);
        assertThat(allowed(answer)).as(method).isEqualTo(right);
        assertProtected(answer);
      }
    }
    assertThat(right).isSubsetOf(METHODS);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void what_is_too_large_is_refused(Route route) throws IOException {
    String said = raw(route, "Content-Length: " + (LIMIT + 1) + "\r\n\r\n");
    assertTooLarge(said);
    if (route.method() == HandlerType.POST) {
      String chunk = Integer.toHexString(LIMIT + 1) + "\r\n" + "a".repeat(LIMIT + 1);
      String hidden = raw(route, "Transfer-Encoding: chunked\r\n\r\n" + chunk);
      assertTooLarge(hidden);
    }
  }

  private static void assertTooLarge(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 413");
    PageHeaders.ALWAYS.forEach(
        (name, value) -> assertThat(answer).contains(name + ": " + value + "\r\n"));
  }

  /**
   * What is answered to these last lines of a request. By hand, for the server closes the
   * connection at once, and a client that is still sending may not see the answer.
   */
  private static String raw(Route route, String rest) throws IOException {
    String head =
        "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: %s\r\n"
            .formatted(route.method(), filled(route.path(), "x".repeat(43)), Site.FORM);
    try (Socket socket = new Socket("127.0.0.1", open.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void whoever_asks_too_often_waits_and_nobody_else(Route route) {
    String network = network();
    int most = route.rate().perMinute(PER_MINUTE);
    for (int time = 0; time < most; time++) {
      assertThat(from(network, route).statusCode()).isNotEqualTo(429);
    }
    HttpResponse<String> refused = from(network, route);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d?");
    assertProtected(refused);
    assertThat(from(network(), route).statusCode()).isNotEqualTo(429);
  }

  /** All but the one click, which mail programs send from wherever they are. */
  @ParameterizedTest
  @MethodSource("routes")
  void a_form_of_another_site_is_refused(Route route) {
    if (route.method() == HandlerType.POST && !route.path().startsWith("/unsubscribe/")) {
      HttpResponse<String> answer =
          send(open, route, BodyPublishers.ofString(FIELDS), "Sec-Fetch-Site", "cross-site");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertProtected(answer);
    }
  }

  /** Tokens for something else, cut, in other letters, and of somebody who was forgotten. */
  private static List<String> wrongTokens(Purpose opens) {
    Subscriber reader = open.subscriber("r" + NETWORKS.incrementAndGet() + "@example.org", ROBOTS);
    Subscriber gone = open.subscriber("g" + NETWORKS.incrementAndGet() + "@example.org", ROBOTS);
    String dead = open.tokens.of(gone, Purpose.INTERESTS);
    open.subscriptions.departures().erase(gone);
    Purpose other = opens == Purpose.VIEW ? Purpose.FEED : Purpose.VIEW;
    String token = open.tokens.of(reader, other);
    String interests = open.tokens.of(reader, Purpose.INTERESTS);
    return List.of(
        token,
        dead,
        interests.substring(1),
        interests + "A",
        open.tokens.of(reader, Purpose.REPLY),
        "wrong");
  }

  private static HttpResponse<String> ask(Route route, String token) {
    return open.send(
        route.method().name(), filled(route.path(), token), form(route), "Content-Type", Site.FORM);
  }

  private static BodyPublisher form(Route route) {
    return route.method() == HandlerType.POST
        ? BodyPublishers.ofString(FIELDS)
        : BodyPublishers.noBody();
  }

  private static HttpResponse<String> from(String network, Route route) {
    return send(strict, route, form(route), "X-Forwarded-For", network);
  }

  private static HttpResponse<String> send(
      Site site, Route route, BodyPublisher body, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = Site.FORM;
    return site.send(route.method().name(), filled(route.path(), "x".repeat(43)), body, all);
  }

  /** The path with something that could stand in each of its parts. */
  private static String filled(String path, String token) {
    Map<String, String> parts =
        Map.of(
            "token", token,
            "key", "2603.00001",
            "number", "1",
            "edition", "1",
            "file", "paperboy.css",
            "name", "mail");
    Matcher matcher = PART.matcher(path);
    return matcher.replaceAll(
        part ->
            Optional.ofNullable(parts.get(part.group(1)))
                .orElseThrow(() -> new AssertionError("say what stands in " + path)));
  }

  private static String network() {
    int number = NETWORKS.incrementAndGet();
    return "198.51.%d.%d".formatted(number / 250, number % 250);
  }

  private static Set<String> allowed(HttpResponse<String> answer) {
    return new TreeSet<>(List.of(answer.headers().firstValue("Allow").orElse("none").split(", ")));
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    return answer.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().equals("date"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void assertProtected(HttpResponse<String> answer) {
    PageHeaders.ALWAYS.forEach(
        (name, value) ->
            assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
    assertThat(answer.headers().map())
        .doesNotContainKeys("server", "set-cookie", "x-powered-by", "location");
  }

  private static long nanos(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return System.nanoTime() - began;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
