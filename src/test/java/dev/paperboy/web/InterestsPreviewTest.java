package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class InterestsPreviewTest extends ReaderSite {

  InterestsPreviewTest() {
    super("interests: [robotics]\n", Purpose.INTERESTS);
  }

  @Test
  void each_interest_is_told_what_it_would_have_found_with_the_words_marked() {
    site.dump("2026-03-02", false, listing("Robots that <b>grasp</b>"), listing("An egg"));
    site.dump("2026-03-03", false, listing("A robot hand"), listing("A robot foot"));
    site.dump("2026-03-03", false, listing("The robot eye"), listing("Robot ear"));

    Document part = Site.page(preview("interests: [robot, rbot]"));

    assertThat(part.select(".summary").text())
        .isEqualTo("5 of 6 papers on the last 2 days with a list");
    assertThat(part.select("h3").eachText()).containsExactly("robot", "rbot");
    Element found = part.expectFirst(".finding");
    assertThat(found.select(".figures").text()).isEqualTo("5 papers, 2.5 a day");
    assertThat(found.select(".examples li")).hasSize(3);
    assertThat(found.select(".examples mark").eachText()).allMatch(w -> w.matches("[Rr]obots?"));
    assertThat(found.select(".examples a").attr("href")).startsWith("/papers/");
    assertThat(found.select(".reason").eachText().get(0)).matches("“[Rr]obots?”(, .*)?");
    assertThat(found.select(".hint").text()).isEqualTo("And 2 more.");
    assertThat(part.select("b")).isEmpty();
    Element lost = part.select(".finding").get(1);
    assertThat(lost.select(".figures").text()).isEqualTo("Nothing found: too narrow, or misspelt.");
    assertThat(lost.select(".hint").text()).isEqualTo("The archive has: “robot” (5 papers)");
  }

  @Test
  void an_interest_that_nearly_every_paper_meets_is_too_wide() {
    site.dump(
        "2026-03-02",
        false,
        IntStream.range(0, 60).mapToObj(i -> listing("Robot " + i)).toArray(Listing[]::new));

    assertThat(Site.page(preview("interests: [robot]")).select(".figures").text())
        .startsWith("60 papers, 60 a day Too wide: 100 % of all papers.");
  }

  @Test
  void problems_carry_their_places_for_the_editor() {
    HttpResponse<String> answer = preview("interests:\n  - robotics\nmuute: [<b>]\n");
    Document part = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<html", "</main>");
    assertThat(part.select(".summary").text()).isEqualTo("One thing to mend");
    Element problem = part.expectFirst("li");
    assertThat(problem.attr("data-line")).isEqualTo("3");
    assertThat(problem.attr("data-column")).isEqualTo("1");
    assertThat(problem.select(".message").text()).contains("Did you mean \"mute\"?");
    assertThat(part.select(".finding, b")).isEmpty();
  }

  @Test
  void it_speaks_the_language_that_is_asked_for() {
    site.dump("2026-03-02", false, listing("A robot"));

    String field = "interests=" + encoded("interests: [robot, egg]");
    Document part = Site.page(site.post(link + "/preview?lang=de", Site.FORM, field));

    assertThat(part.select(".summary").text())
        .isEqualTo("1 von 1 Arbeit am letzten Tag mit einer Liste");
    assertThat(part.select(".figures").eachText())
        .containsExactly("1 Arbeit, 1 am Tag", "Nichts gefunden: zu eng, oder verschrieben.");
  }

  @Test
  void trying_changes_nothing() {
    site.dump("2026-03-02", false, listing("A robot"));
    List<String> before = site.content();

    preview("interests: [vision]");
    tried("interests: [vision]\n");

    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void without_a_script_the_button_shows_the_whole_page_with_the_text_as_it_was_typed() {
    site.dump("2026-03-02", false, listing("A robot"));

    HttpResponse<String> answer = tried("interests: [robot]  # new\n");
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.expectFirst("textarea[name=interests]").wholeText())
        .isEqualTo("interests: [robot]  # new\n");
    assertThat(page.select("#preview .figures").text()).isEqualTo("1 paper, 1 a day");
    assertThat(Site.page(tried("interests: {")).select("#preview .summary").text())
        .isEqualTo("One thing to mend");
  }

  @Test
  void only_a_form_of_ours_by_the_right_link_is_tried() {
    String body = "interests=" + encoded("interests: [robot]");
    String other = site.link(reader, Purpose.UNSUBSCRIBE).replace("unsubscribe", "interests");

    assertThat(site.post(other + "/preview", Site.FORM, body).statusCode()).isEqualTo(404);
    assertThat(site.post(link + "x/preview", Site.FORM, body).statusCode()).isEqualTo(404);
    assertThat(site.get(link + "/preview").statusCode()).isEqualTo(405);
    assertThat(site.post(link + "/preview", "text/plain", body).statusCode()).isEqualTo(415);
    assertThat(site.post(link + "/preview", Site.FORM, "x=1").statusCode()).isEqualTo(400);
    assertThat(
            site.post(link + "/preview", Site.FORM, body, "Sec-Fetch-Site", "cross-site")
                .statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> preview(String document) {
    return site.post(link + "/preview", Site.FORM, "interests=" + encoded(document));
  }

  private HttpResponse<String> tried(String document) {
    return site.post(link, Site.FORM, "do=preview&interests=" + encoded(document));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Listing listing(String title) {
    return new Listing(
        new PaperDetails(null, title, "", Authors.UNKNOWN, null, null, new Links(null, null, null)),
        Popularity.NONE);
  }
}
