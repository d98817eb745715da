package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeavePageTest extends ReaderSite {

  private static final String MULTIPART =
      """
      --edge\r
      Content-Disposition: form-data; name="List-Unsubscribe"\r
      \r
      One-Click\r
      --edge--\r
      """;

  LeavePageTest() {
    super("interests: [robotics]\n", Purpose.UNSUBSCRIBE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
  void only_a_post_changes_anything(String method) {
    List<String> before = site.content();

    site.send(method, link, BodyPublishers.noBody());

    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void the_page_asks_by_a_form_that_posts_to_itself() {
    HttpResponse<String> answer = site.get(link);
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(page.select("form:not([action])").attr("method")).isEqualTo("post");
    assertThat(page.select("form:not([action]) button").text()).isEqualTo("Unsubscribe");
    assertThat(page.select("main").text()).contains("r***@example.org", "Change your interests");
    assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
    assertThat(answer.body()).doesNotContain("reader@", link);
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded, List-Unsubscribe=One-Click",
    "application/x-www-form-urlencoded, ''",
    "application/x-www-form-urlencoded; charset=utf-8, List-Unsubscribe=One-Click",
    "multipart/form-data; boundary=edge, multipart",
    "multipart/form-data; boundary=edge, ''",
    "text/plain, whatever"
  })
  void one_post_is_enough_however_it_is_put(String type, String body) {
    HttpResponse<String> answer =
        site.post(link, type, body.equals("multipart") ? MULTIPART : body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKeys("location", "set-cookie");
    assertThat(Site.page(answer).select("h1").text()).isEqualTo("You are unsubscribed");
    assertThat(site.reread(reader).standing().state()).isEqualTo(State.UNSUBSCRIBED);
    assertThat(site.reread(reader).standing().reason()).isEqualTo("by the link in a mail");
  }

  @Test
  void a_mail_program_posts_from_elsewhere_and_without_a_content_type() {
    HttpResponse<String> answer =
        site.send(
            "POST",
            link,
            BodyPublishers.noBody(),
            "Origin",
            "https://mail.example.net",
            "Sec-Fetch-Site",
            "cross-site");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(site.reread(reader).standing().state()).isEqualTo(State.UNSUBSCRIBED);
  }

  @Test
  void again_is_the_same() {
    site.post(link, Site.FORM, "List-Unsubscribe=One-Click");
    List<String> after = site.content();

    HttpResponse<String> answer = site.post(link, Site.FORM, "List-Unsubscribe=One-Click");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(site.content()).isEqualTo(after);
  }

  @Test
  void whoever_has_left_is_not_asked_again() {
    site.post(link, Site.FORM, "");

    Document page = Site.page(site.get(link));

    assertThat(page.select("h1").text()).isEqualTo("You are unsubscribed");
    assertThat(page.select("form").eachAttr("action"))
        .containsExactly(link.replace("unsubscribe", "resume"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void a_link_that_is_not_valid_says_so_and_changes_nothing(String method) {
    List<String> before = site.content();
    List<String> paths =
        List.of(
            "/unsubscribe/wrong",
            link.substring(0, link.length() - 1),
            link + "%20",
            "/unsubscribe/%3Cb%3E",
            "/unsubscribe/" + "a".repeat(5000),
            site.link(reader, Purpose.INTERESTS).replace("interests", "unsubscribe"));
    List<String> withInterestsToken = site.content();
    assertThat(withInterestsToken).isNotEqualTo(before);

    for (String path : paths) {
      HttpResponse<String> answer = site.send(method, path, BodyPublishers.noBody());
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(Site.page(answer).select("h1").text()).isEqualTo("This link is not valid");
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }
    assertThat(site.content()).isEqualTo(withInterestsToken);
  }

  @Test
  void the_link_of_an_erased_reader_is_not_valid() {
    site.readership.registrar().erase(reader);

    assertThat(site.get(link).statusCode()).isEqualTo(404);
    assertThat(site.post(link, Site.FORM, "").statusCode()).isEqualTo(404);
  }
}
