package dev.paperboy.web;

import static dev.paperboy.web.Press.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ArchivePagesTest {

  private static final String HOSTILE =
      "<img src=x onerror=alert(1)> </h2> ${7*7} \" ' &lt; ]]> \u202Eevil";

  @TempDir Path folder;
  private Press press;

  @BeforeEach
  void open() throws Exception {
    press = Press.open(folder);
  }

  @AfterEach
  void close() {
    press.close();
  }

  @Test
  void editions_are_listed_and_lead_to_their_papers() {
    assertThat(Site.page(press.get("/editions")).text()).contains("No papers have come in yet.");
    press.dump(listing("2603.00001", "Quiet", "Words.", 1), listing("2603.00002", "Loud", "", 9));
    press.dump(listing("2603.00003", "Later", "Words.", 2));

    Document list = Site.page(press.get("/editions"));
    Document edition = Site.page(press.get("/editions/1"));

    assertThat(list.select(".editions h2 a").eachAttr("href"))
        .containsExactly("/editions/2", "/editions/1");
    assertThat(list.select(".editions .teaser").eachText()).containsExactly("Later", "Loud");
    assertThat(edition.select(".papers h2 a").eachText()).containsExactly("Loud", "Quiet");
    assertThat(edition.select(".papers h2 a").eachAttr("href"))
        .containsExactly("/papers/2603.00002", "/papers/2603.00001");
    assertThat(edition.select(".steps a").eachAttr("href")).containsExactly("/editions/2");
    assertThat(edition.select("link[type=application/atom+xml]").attr("href"))
        .isEqualTo("/feed.atom");
  }

  @Test
  void a_paper_says_where_it_was_listed_and_how_it_fared() {
    press.dump(listing("hep-ex/0307015", "Muons", "About muons.", 3));
    press.dump(listing("hep-ex/0307015", "Muons", "", 8));

    Document page = Site.page(press.get("/papers/hep-ex/0307015"));

    assertThat(page.select("h1").text()).isEqualTo("Muons");
    assertThat(page.select(".abstract").text()).isEqualTo("About muons.");
    assertThat(page.select("tbody tr")).hasSize(2);
    assertThat(page.select("tbody td").eachText()).contains("3", "8");
    assertThat(page.select("dl a[href^=https]").attr("href"))
        .isEqualTo("https://papers.example.org/hep-ex/0307015");
    assertThat(press.get("/papers/1").body()).isEqualTo(press.get("/papers/hep-ex/0307015").body());
  }

  @Test
  void search_finds_marks_and_pages() {
    for (int i = 10; i < 55; i++) {
      press.dump(listing("2603.000" + i, "Graphs " + i, "We fine-tuned graph networks.", i));
    }
    press.restart();

    Document page = Site.page(press.get("/search?q=finetuning"));
    Document second = Site.page(press.get("/search?q=finetuning&order=newest&page=2"));

    assertThat(page.select(".total").text()).isEqualTo("45 papers");
    assertThat(page.select(".papers li")).hasSize(20);
    assertThat(page.select(".papers mark").eachText().get(0)).isEqualTo("fine-tuned");
    assertThat(second.select(".papers h2").eachText().get(0)).isEqualTo("Graphs 34");
    assertThat(second.select(".papers").attr("start")).isEqualTo("21");
    assertThat(second.select(".steps a").eachAttr("href"))
        .containsExactly(
            "/search?q=finetuning&order=newest&page=1", "/search?q=finetuning&order=newest&page=3");
  }

  @Test
  void hostile_words_in_papers_and_queries_are_shown_as_words() {
    press.dump(listing("2603.00001", HOSTILE, HOSTILE, 1));
    press.restart();
    String query = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);

    for (String path :
        List.of("/editions", "/editions/1", "/papers/1", "/search?q=img", "/search?q=" + query)) {
      HttpResponse<String> answer = press.get(path);
      Document page = Site.page(answer);

      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(page.select("img, [onerror], script:not([src])")).as(path).isEmpty();
      assertThat(page.text()).as(path).contains("<img src=x onerror=alert(1)>", "${7*7}");
    }
    assertThat(Site.page(press.get("/search?q=img")).select("mark").eachText()).contains("img");
  }

  @Test
  void pages_of_the_archive_may_be_kept_for_a_minute_and_asked_for_again() {
    press.dump(listing("2603.00001", "A paper", "Words.", 1));

    for (String path : List.of("/editions", "/editions/1", "/papers/1", "/feed.atom")) {
      HttpResponse<String> first = press.get(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = press.get(path, "If-None-Match", "\"other\", W/" + tag);

      assertThat(first.headers().firstValue("Cache-Control").orElse("")).startsWith("public");
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
    String before = press.get("/papers/1").headers().firstValue("ETag").orElseThrow();
    press.dump(listing("2603.00001", "A paper", "Words.", 50));
    assertThat(press.get("/papers/1", "If-None-Match", before).statusCode()).isEqualTo(200);
    assertThat(press.get("/papers/1").body()).contains("50 votes");
  }

  @Test
  void pages_come_in_german_where_that_is_asked_for() {
    press.dump(listing("2603.00001", "A paper", "Words.", 2));

    assertThat(press.get("/papers/1", "Accept-Language", "de").body()).contains("2 Stimmen");
    assertThat(press.get("/papers/1", "Accept-Language", "en").body()).contains("2 votes");
    assertThat(press.get("/editions?lang=de").body()).contains("Alle Ausgaben");
  }

  @Test
  void the_feed_of_editions_is_valid_and_its_ids_stay() {
    press.dump(listing("2603.00001", HOSTILE, "Words.", 1));

    var before = Xml.parse(press.get("/feed.atom").body().getBytes(StandardCharsets.UTF_8));
    press.dump(listing("2603.00002", "Another", "Words.", 1));
    HttpResponse<String> answer = press.get("/feed.atom");
    var feed = Xml.parse(answer.body().getBytes(StandardCharsets.UTF_8));

    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/atom+xml;charset=utf-8");
    assertThat(Xml.texts(feed, "id")).containsAll(Xml.texts(before, "id")).hasSize(3);
    assertThat(Xml.links(feed))
        .contains("self http://localhost:8080/feed.atom")
        .contains("alternate http://localhost:8080/editions/2");
    assertThat(Xml.texts(feed, "content").get(1)).contains("&lt;img src=x").doesNotContain("<img");
  }

  @Test
  void a_reader_has_a_feed_of_their_own_and_sees_why_and_the_mail_again() {
    press.dump(
        listing("2603.00001", "Graph networks", "About graphs.", 1),
        listing("2603.00002", "Other things", "About things.", 2));
    Subscriber ada = press.subscriber("ada@example.org", "interests:\n  - graph network\n");
    Subscriber ben = press.subscriber("ben@example.org", "interests:\n  - things\n");
    press.run();
    String feedToken = press.token(ada, Purpose.FEED);
    String viewToken = press.token(ada, Purpose.VIEW);

    var feed =
        Xml.parse(
            press.get("/feed/" + feedToken + ".atom").body().getBytes(StandardCharsets.UTF_8));
    String link = Xml.links(feed).get(2).replaceFirst(".*localhost:8080", "");
    Document paper = Site.page(press.get(link));
    HttpResponse<String> mail = press.get("/reader/" + viewToken + "/mail/1");

    assertThat(((Element) feed.getElementsByTagNameNS("*", "entry").item(0)).getTextContent())
        .contains("Graph networks", "Meets: graph network.")
        .doesNotContain("Other things");
    assertThat(paper.select("#why")).hasSize(1);
    assertThat(paper.select(".box li").text()).contains("graph network").contains("Graph networks");
    assertThat(Site.page(press.get("/papers/2603.00001")).select("#why")).isEmpty();
    assertThat(mail.body()).contains("Graph networks", "ada@example.org");
    assertThat(mail.headers().allValues("Content-Security-Policy"))
        .containsExactly(MailHtml.POLICY);
    assertThat(mail.headers().firstValue("Cache-Control")).contains("no-store");

    assertThat(press.get("/reader/" + feedToken + "/mail/1").statusCode()).isEqualTo(404);
    assertThat(press.get("/feed/" + viewToken + ".atom").statusCode()).isEqualTo(404);
    assertThat(press.get("/reader/" + viewToken + "/mail/2").statusCode()).isEqualTo(404);
    String bens = press.token(ben, Purpose.FEED);
    assertThat(press.get("/feed/" + bens + ".atom").body()).doesNotContain("Graph networks");
  }

  @Test
  void a_capped_mail_links_to_all_papers_that_matched() {
    press.dump(
        listing("2603.00001", "Graph networks", "About graphs.", 1),
        listing("2603.00002", "Graph things", "About things.", 2),
        listing("2603.00003", "Other things", "About nothing.", 3));
    Subscriber ada =
        press.subscriber("ada@example.org", "interests:\n  - graph\ndigest:\n  papers: 1\n");
    press.run();
    String view = "/reader/" + press.token(ada, Purpose.VIEW);

    Document mail = Site.page(press.get(view + "/mail/1"));
    String all = mail.select("a:contains(See all)").attr("href");
    Document page = Site.page(press.get(all.replaceFirst(".*localhost:8080", "")));

    assertThat(mail.text()).contains("1 more paper matched").doesNotContain("Graph things");
    assertThat(all).endsWith(view + "/matched/1");
    assertThat(page.select("section h2").eachText()).containsExactly("graph");
    assertThat(page.select(".papers h3").eachText())
        .containsExactly("Graph networks", "Graph things");
    assertThat(page.select(".papers mark").eachText()).containsExactly("Graph", "Graph");
    assertThat(page.select(".lead").text()).startsWith("2 papers meet");
    assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
    assertThat(press.get(view + "/matched/2").statusCode()).isEqualTo(404);
  }
}
