package dev.paperboy.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataPagesTest {

  @TempDir Path folder;
  private Site site;
  private Subscriber reader;

  @BeforeEach
  void open() {
    site = Site.open(folder);
    reader = site.subscriber("Reader@example.org", "interests: [robotics]\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERESTS", "UNSUBSCRIBE"})
  void what_is_stored_is_handed_out_as_a_file_that_nobody_keeps(Purpose purpose) {
    HttpResponse<String> answer = site.get(path("data", purpose));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"paperboy-data.json\"");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.body()).isEqualTo("{\"email\":\"Reader@example.org\"}");
  }

  @Test
  void asking_erases_nothing_and_shows_no_address() {
    String erase = path("erase", Purpose.INTERESTS);
    List<String> before = site.content();

    HttpResponse<String> answer = site.get(erase);
    site.send("HEAD", erase, BodyPublishers.noBody());

    Document page = Site.page(answer);
    assertThat(page.select("form[method=post]:not([action]) input[required]")).hasSize(1);
    assertThat(page.select("main").text()).contains("R***@example.org").doesNotContain("Reader@");
    assertThat(page.select("main a[href^=/data/]")).isNotEmpty();
    assertThat(site.content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "address=", "address=other%40example.org", "address=Reader", "x=y"})
  void without_the_address_nothing_is_erased(String body) {
    String erase = path("erase", Purpose.UNSUBSCRIBE);
    List<String> before = site.content();

    HttpResponse<String> answer = site.post(erase, Site.FORM, body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Site.page(answer).select("[role=alert]").text()).contains("Nothing was erased");
    assertThat(site.content()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERESTS", "UNSUBSCRIBE"})
  void with_it_everything_is_and_no_link_of_the_reader_opens_anything_any_more(Purpose purpose) {
    Map<Purpose, String> tokens = allTokens();
    String erase = path("erase", purpose);

    HttpResponse<String> answer = site.post(erase, Site.FORM, "address=+reader%40EXAMPLE.org+");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Site.page(answer).select("h1").text()).isEqualTo("Everything is erased");
    assertThat(site.content()).noneMatch(line -> line.toLowerCase().contains("reader@example.org"));
    tokens.forEach(
        (each, token) -> assertThat(site.tokens.holder(token, each)).as(each.name()).isEmpty());
    for (String path : List.of("interests", "unsubscribe", "data", "erase", "reader")) {
      tokens.values().stream()
          .map(token -> "/" + path + "/" + token + (path.equals("reader") ? "/mail/1" : ""))
          .forEach(link -> assertThat(site.get(link).statusCode()).as(path).isEqualTo(404));
    }
    assertThat(site.get("/feed/" + tokens.get(Purpose.FEED) + ".atom").statusCode()).isEqualTo(404);
    assertThat(site.post(erase, Site.FORM, "address=reader%40example.org").statusCode())
        .isEqualTo(404);
  }

  @Test
  void no_other_token_opens_what_is_stored() {
    allTokens()
        .forEach(
            (purpose, token) -> {
              boolean opens = purpose == Purpose.INTERESTS || purpose == Purpose.UNSUBSCRIBE;
              assertThat(site.get("/data/" + token).statusCode())
                  .as(purpose.name())
                  .isEqualTo(opens ? 200 : 404);
              assertThat(site.get("/erase/" + token).statusCode())
                  .as(purpose.name())
                  .isEqualTo(opens ? 200 : 404);
            });
  }

  @Test
  void the_pages_of_a_reader_lead_to_each_other_and_to_the_private_feed() {
    String leave = site.link(reader, Purpose.UNSUBSCRIBE);
    assertThat(ways(leave)).allMatch(path -> path.matches("/(data|erase)/.*"));

    Map<Purpose, String> tokens = allTokens();

    String unsubscribe = tokens.get(Purpose.UNSUBSCRIBE);
    String interests = tokens.get(Purpose.INTERESTS);
    String feed = "/feed/" + tokens.get(Purpose.FEED) + ".atom";
    assertThat(ways(leave))
        .containsExactly(
            "/interests/" + interests, feed, "/data/" + unsubscribe, "/erase/" + unsubscribe);
    assertThat(ways("/interests/" + interests))
        .containsExactly(
            "/unsubscribe/" + unsubscribe, feed, "/data/" + interests, "/erase/" + interests);
    assertThat(site.get(feed).statusCode()).isEqualTo(200);
  }

  private List<String> ways(String path) {
    return Site.page(site.get(path)).select(".ways a").eachAttr("href");
  }

  private String path(String page, Purpose purpose) {
    return "/" + page + "/" + site.tokens.of(reader, purpose);
  }

  private Map<Purpose, String> allTokens() {
    return requireNonNull(site.tokens.all(List.of(reader)).get(reader.id()));
  }
}
