package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomePageTest {

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void without_papers_it_says_what_to_do() {
    Document page = home();

    assertThat(page.select("h1").text()).isEqualTo("No papers yet");
    assertThat(page.select("main").text()).contains("dumps", "./paperboy run");
    assertThat(page.select("form[action^=/subscribe] button").text()).isEqualTo("Subscribe");
    assertThat(page.select("#at").val()).isEqualTo("07:30");
    assertThat(page.select("#timezone").val()).isEqualTo("UTC");
  }

  @Test
  void the_papers_of_the_newest_day_stand_there_the_most_liked_first() {
    site.dump("2026-03-02", false, listing("Yesterday's paper", 99));
    site.dump("2026-03-03", false, listing("Quiet paper", 1), listing("Liked paper", 40));
    site.dump("2026-03-03", false, listing("Afternoon paper", 7));

    Document page = home();

    assertThat(page.select("h1").text()).isEqualTo("Papers of Tuesday, 3 March 2026");
    assertThat(page.select(".papers h2").eachText())
        .containsExactly("Liked paper", "Afternoon paper", "Quiet paper");
    assertThat(page.select(".papers .attention").eachText())
        .containsExactly("40 votes", "7 votes", "1 vote");
  }

  @Test
  void whoever_asks_for_german_gets_all_of_it() {
    assertThat(Site.page(site.get("/?lang=de")).select("h1").text())
        .isEqualTo("Noch keine Arbeiten");
    site.dump(
        "2026-03-03",
        false,
        new Listing(details("Erste", Authors.counted(2), null), new Popularity(40, 1)));

    Document page = Site.page(site.get("/?lang=de"));

    assertThat(page.title())
        .isEqualTo("Forschung im Gespräch, ausgewählt nach eigenen Themen – Paperboy");
    assertThat(page.select("h1").text()).isEqualTo("Arbeiten vom Dienstag, 3. März 2026");
    assertThat(page.select(".papers .by").text()).isEqualTo("2 Autoren · Lab & Sons");
    assertThat(page.select(".papers .attention").text()).isEqualTo("40 Stimmen · 1 Kommentar");
  }

  @Test
  void a_back_file_does_not_push_the_news_away() {
    site.dump("2026-03-03", false, listing("News", 1));
    site.dump("2026-03-04", true, listing("From the archive", 9));

    assertThat(home().select(".papers h2").eachText()).containsExactly("News");
  }

  @Test
  void an_archive_alone_is_shown_rather_than_nothing() {
    site.dump("2024-01-05", true, listing("From the archive", 9));

    assertThat(home().select(".papers h2").eachText()).containsExactly("From the archive");
  }

  @Test
  void a_paper_says_who_wrote_it_and_links_to_its_page() {
    Authors authors = new Authors(List.of("Ada One", "Bo Two", "Cy Three", "Di Four"), 12);
    site.dump(
        "2026-03-03",
        false,
        new Listing(
            details("Named", authors, "https://papers.example.org/1?a=1&b=2"),
            new Popularity(3, 1)),
        new Listing(details("Counted", Authors.counted(1), null), Popularity.NONE));

    Document page = home();

    assertThat(page.select(".papers h2 a").eachAttr("href"))
        .containsExactly("https://papers.example.org/1?a=1&b=2");
    assertThat(page.select(".papers .by").eachText())
        .containsExactly(
            "Ada One, Bo Two, Cy Three and 9 more · Lab & Sons", "1 author · Lab & Sons");
    assertThat(page.select(".papers .attention").eachText()).containsExactly("3 votes · 1 comment");
  }

  @Test
  void hostile_words_are_shown_as_words() {
    String hostile = "<img src=x onerror=alert(1)> </h2> ${7*7} <#list 1..9 as i> \" ' &lt;";
    site.dump(
        "2026-03-03",
        false,
        new Listing(
            details(hostile, Authors.named(List.of(hostile)), "javascript:alert(1)"),
            Popularity.NONE));

    Document page = home();

    assertThat(page.select(".papers h2").text()).isEqualTo(hostile);
    assertThat(page.select(".papers .by").text()).startsWith(hostile);
    assertThat(page.select("img, a[href^=javascript], [onerror]")).isEmpty();
  }

  @Test
  void a_huge_day_is_cut_and_says_so() {
    site.dump(
        "2026-03-03",
        false,
        IntStream.range(0, 130).mapToObj(i -> listing("Paper " + i, 0)).toArray(Listing[]::new));

    Document page = home();

    assertThat(page.select(".papers li")).hasSize(100);
    assertThat(page.select("main").text()).contains("And 30 more.");
  }

  @Test
  void looking_changes_nothing() {
    site.dump("2026-03-03", false, listing("News", 1));
    List<String> before = site.content();

    home();

    assertThat(site.content()).isEqualTo(before);
  }

  private Document home() {
    return Site.page(site.get("/"));
  }

  private static Listing listing(String title, int votes) {
    return new Listing(details(title, Authors.UNKNOWN, null), new Popularity(votes, 0));
  }

  private static PaperDetails details(String title, Authors authors, @Nullable String page) {
    URI link = page == null ? null : URI.create(page);
    Organization organization = new Organization("lab", "Lab & Sons");
    return new PaperDetails(
        null, title, "", authors, organization, null, new Links(link, null, null));
  }
}
