package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PausePageTest {

  @TempDir Path folder;
  private Site site;
  private Subscriber reader;
  private String leave;

  @BeforeEach
  void open() {
    site = Site.open(folder);
    reader = site.subscriber("reader@example.org", "interests: [robotics]\n");
    leave = site.link(reader, Purpose.UNSUBSCRIBE);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1 week, 2026-03-11",
    "1 month, 2026-04-04",
    "2026-12-24, 2026-12-24",
    "24. Dezember, 2026-12-24"
  })
  void a_pause_lasts_until_the_day_in_the_form(String until, LocalDate day) {
    HttpResponse<String> answer = pause(until);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(leave);
    assertThat(site.reread(reader).standing().state()).isEqualTo(State.PAUSED);
    assertThat(site.reread(reader).standing().pausedUntil()).isEqualTo(day);
  }

  @Test
  void every_button_of_the_page_pauses() {
    Document page = Site.page(site.get(leave));
    List<String> spans = page.select("button[name=until]").eachAttr("value");
    assertThat(spans).hasSize(2);
    assertThat(page.select("form[action*=pause]").eachAttr("action"))
        .containsOnly(leave.replace("unsubscribe", "pause"));
    assertThat(page.select("input[type=date]").attr("min")).isEqualTo("2026-03-05");
    assertThat(page.select("input[type=date]").attr("max")).isEqualTo("2028-03-03");

    for (String until : List.of(spans.get(0), spans.get(1), "2026-03-05", "2028-03-03")) {
      assertThat(pause(until).statusCode()).as(until).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-03-04", "2020-01-01", "2028-03-04", "2026-02-30", "<b>", "week"})
  void what_is_no_day_to_pause_until_is_said_at_its_field(String until) {
    HttpResponse<String> answer = pause(until);
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.select("#problem").text()).contains("no day to pause until");
    assertThat(page.select("#until").attr("aria-describedby")).isEqualTo("problem");
    assertThat(site.reread(reader)).isEqualTo(reader);
  }

  @Test
  void it_is_answered_by_mail_once_and_the_page_says_until_when() {
    pause("2026-12-24");
    pause("2026-12-24");

    assertThat(site.subscriptions.noticesOfADay(reader.address())).isEqualTo(1);
    Document page = Site.page(site.get(leave));
    assertThat(page.select("h1").text()).isEqualTo("Your digests pause");
    assertThat(page.select("[role=status]").text()).contains("Thursday, 24 December 2026");
    assertThat(page.select("form:not([action]) button").text()).isEqualTo("Unsubscribe");
    assertThat(Site.page(site.get(leave + "?lang=de")).select("[role=status]").text())
        .contains("frühestens am Donnerstag, 24. Dezember 2026");
  }

  @Test
  void a_pause_without_an_end_is_shown_as_one() {
    site.readership.registrar().pause(reader, null);

    assertThat(Site.page(site.get(leave)).select("[role=status]").text())
        .contains("until you want them again");
  }

  @Test
  void a_pause_is_ended_by_the_button_that_the_page_shows_then() {
    pause("1 week");
    String resume = Site.page(site.get(leave + "?lang=de")).select("form[action]").attr("action");
    assertThat(resume).endsWith("?lang=de");

    HttpResponse<String> answer = site.post(resume, Site.FORM, "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Site.page(answer).select("h1").text()).isEqualTo("Es kommen wieder Ausgaben");
    assertThat(site.reread(reader).standing().state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void who_has_left_by_mistake_comes_back_by_the_page_that_says_so() {
    Document left = Site.page(site.post(leave, Site.FORM, "List-Unsubscribe=One-Click"));

    HttpResponse<String> answer =
        site.post(left.select("form[action]").attr("action"), Site.FORM, "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(site.reread(reader).standing().state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void whoever_is_refused_mail_neither_pauses_nor_comes_back() {
    site.readership.registrar().suppress(reader, "hard bounce");
    List<String> before = site.content();

    assertThat(Site.page(site.get(leave)).select("form")).isEmpty();
    pause("1 week");
    assertThat(resume().statusCode()).isEqualTo(410);
    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void who_gets_digests_needs_no_way_back_and_nothing_is_changed() {
    List<String> before = site.content();

    assertThat(resume().statusCode()).isEqualTo(200);
    assertThat(site.content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pause/", "/resume/"})
  void neither_works_by_get_or_from_another_site_or_with_another_token(String path) {
    String link = leave.replace("/unsubscribe/", path);
    String interests = site.link(reader, Purpose.INTERESTS).replace("/interests/", path);
    List<String> before = site.content();

    assertThat(site.get(link).statusCode()).isEqualTo(405);
    assertThat(site.send("HEAD", link, BodyPublishers.noBody()).statusCode()).isEqualTo(405);
    assertThat(
            site.post(link, Site.FORM, "until=1+week", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    for (String wrong : List.of(path + "wrong", interests)) {
      HttpResponse<String> answer = site.post(wrong, Site.FORM, "until=1+week");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(Site.page(answer).select("h1").text()).isEqualTo("This link is not valid");
    }
    assertThat(site.content()).isEqualTo(before);
  }

  private HttpResponse<String> pause(String until) {
    return site.post(
        leave.replace("unsubscribe", "pause"), Site.FORM, "until=" + until.replace(" ", "+"));
  }

  private HttpResponse<String> resume() {
    return site.post(leave.replace("unsubscribe", "resume"), Site.FORM, "");
  }
}
