package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestsPageTest extends ReaderSite {

  private static final String DOCUMENT =
      """
      # mine
      interests:
        - robotics
        - "=RAG"   # <b>exactly</b> & only
      digest:
        every: weekday
        at: "18:15"
        timezone: Europe/Berlin
      """;

  InterestsPageTest() {
    super(DOCUMENT, Purpose.INTERESTS);
  }

  @Test
  void the_page_shows_the_document_as_it_was_written_and_when_the_mail_comes() {
    HttpResponse<String> answer = site.get(link + "?view=yaml");
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(page.expectFirst("textarea[name=interests]").wholeText()).isEqualTo(DOCUMENT);
    assertThat(page.select("label").attr("for")).isEqualTo(page.select("textarea").attr("id"));
    assertThat(page.select("dd").eachText())
        .containsExactly("r***@example.org", "active", "every weekday at 18:15, Europe/Berlin");
    assertThat(page.select("main").text())
        .contains("Your next digest is due on Wednesday, 4 March 2026, at 18:15 (Europe/Berlin).");
    assertThat(answer.body()).doesNotContain("reader@", link);
  }

  @Test
  void a_line_break_at_the_beginning_survives_the_form() {
    site.save(link, "\n\ninterests: [vision]\n");

    assertThat(Site.page(site.get(link + "?view=yaml")).expectFirst("textarea").wholeText())
        .isEqualTo("\n\ninterests: [vision]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
  void only_a_post_changes_anything(String method) {
    List<String> before = site.content();

    site.send(method, link, BodyPublishers.ofString("interests=interests:%20[a]"));

    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void a_good_document_is_saved_with_the_line_ends_the_reader_wrote() {
    HttpResponse<String> answer =
        site.save(link, "interests: [Übersetzung + 学習]\r\ndigest: {at: \"10:00\"}\r\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Site.page(answer).expectFirst("[role=status] p").text())
        .isEqualTo("Saved. Your next digest is due on Wednesday, 4 March 2026, at 10:00 (UTC).");
    assertThat(site.reread(reader).interests())
        .isEqualTo("interests: [Übersetzung + 学習]\ndigest: {at: \"10:00\"}\n");
  }

  @Test
  void comments_order_and_trailing_blanks_survive_a_save_and_a_look() {
    String written =
        "# mine  \n\nmute: [crypto]   # first\n# then\ninterests:\n\n  - vision  \n  - 'x''y'\n  # end";

    site.save(link, written.replace("\n", "\r\n"));

    assertThat(site.reread(reader).interests()).isEqualTo(written);
    assertThat(Site.page(site.get(link + "?view=yaml")).expectFirst("textarea").wholeText())
        .isEqualTo(written);
  }

  @Test
  void every_problem_is_shown_with_its_place_and_the_text_stays() {
    String wrong = "interests:\n  - robotics\nmuute: [crypto]\ndigest:\n  papers: \"</pre><b>x\"\n";
    List<String> before = site.content();

    HttpResponse<String> answer = site.save(link, wrong);
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.select("[role=alert] h2").text()).isEqualTo("Not saved: 2 things to mend");
    assertThat(page.select("[role=alert] .place").eachText())
        .containsExactly("Line 3, column 1", "Line 5, column 11");
    assertThat(page.expectFirst("[role=alert] pre").wholeText()).isEqualTo("muute: [crypto]\n^");
    assertThat(page.select("[role=alert] pre").get(1).wholeText())
        .isEqualTo("  papers: \"</pre><b>x\"\n          ^");
    assertThat(page.expectFirst("textarea").wholeText()).isEqualTo(wrong);
    assertThat(page.select("textarea").attr("aria-describedby"))
        .isEqualTo(page.select("[role=alert] h2").attr("id"));
    assertThat(page.select("main b")).isEmpty();
    assertThat(site.content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</textarea><script>alert(1)</script>",
        "interests: [\"</textarea><img src=x onerror=alert(1)>\"]\nx: 1",
        "${7*7} <#assign x=1> &amp; \" '",
        "a: &a [*a]",
        "\u0000\u0001\t: - {",
        ""
      })
  void hostile_text_stays_text(String text) {
    HttpResponse<String> answer = site.save(link, text);
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.select("main script, main img")).isEmpty();
    assertThat(page.select("textarea")).hasSize(1);
    assertThat(page.expectFirst("textarea").wholeText().replace('\ufffd', '\0')).isEqualTo(text);
    assertThat(page.select("[role=alert] li")).isNotEmpty();
    assertThat(site.reread(reader)).isEqualTo(reader);
  }

  @Test
  void a_stored_document_that_is_no_longer_good_is_shown_with_its_problems() {
    site.store
        .jdbi()
        .useHandle(db -> db.execute("update subscriber set interests = 'interests: 1: 2'"));

    HttpResponse<String> answer = site.get(link + "?view=yaml");
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.select("[role=alert] h2").text())
        .isEqualTo("In the stored document: one thing to mend");
    assertThat(page.select("main").text())
        .contains("No digest comes until the problems in your interests are mended.");
  }

  @Test
  void whoever_has_left_can_still_save_but_is_told_that_no_digest_comes() {
    site.readership.registrar().unsubscribe(reader, "test");

    HttpResponse<String> answer = site.save(link, "interests: [vision]\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Site.page(answer).select("[role=status]").text())
        .startsWith("Saved. No digest comes: you are unsubscribed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void a_link_that_is_not_valid_says_so(String method) {
    String other = site.link(reader, Purpose.UNSUBSCRIBE).replace("unsubscribe", "interests");
    List<String> before = site.content();
    for (String path : List.of("/interests/wrong", link + "x", other)) {
      HttpResponse<String> answer =
          site.send(
              method,
              path,
              BodyPublishers.ofString("interests=interests:%20[a]"),
              "Content-Type",
              Site.FORM);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(Site.page(answer).select("h1").text()).isEqualTo("This link is not valid");
    }
    assertThat(site.content()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded, interests=%zz, 400",
    "application/x-www-form-urlencoded, other=1, 400",
    "application/x-www-form-urlencoded, '', 400",
    "text/plain, interests=a, 415",
    "multipart/form-data; boundary=x, interests=a, 415"
  })
  void what_is_not_our_form_is_not_understood(String type, String body, int status) {
    HttpResponse<String> answer = site.post(link, type, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Site.page(answer).select("h1").text()).isEqualTo("This request is not understood");
    assertThat(site.reread(reader)).isEqualTo(reader);
  }
}
