package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.mail.Passage;
import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import dev.paperboy.text.ShortText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestRendererTest {

  private final DigestRenderer renderer =
      new DigestRenderer(new Templates(Path.of("no such folder")), TestDigests.sender());

  @Test
  void both_parts_have_the_same_papers_and_links_in_the_same_order() {
    RenderedMail mail = render(TestDigests.rich());
    Document page = page(mail);

    List<String> titles = page.select("h3").eachText();
    assertThat(titles).hasSize(7);
    assertThat(mail.text().replace("*", "")).containsSubsequence(titles);
    List<String> links = page.select("h3 a, p a").eachAttr("href");
    assertThat(links).contains("https://github.com/example/forget-me-precisely");
    assertThat(links).allSatisfy(link -> assertThat(mail.text()).contains(link));
    assertThat(mail.text()).containsSubsequence(page.select("h3 a").eachAttr("href"));
  }

  @Test
  void the_text_part_reads_well_by_itself() {
    assertThat(render(TestDigests.rich()).text())
        .startsWith(
            """
            2 papers on Machine unlearning, 3 more
            Paperboy, Friday, 5 December 2025

            5 papers meet your interests, and 2 more are trending.


            MACHINE UNLEARNING
            ==================

            1. Forget Me Precisely: Selective *Unlearning* in Language Models Without Collateral Damage
            https://huggingface.co/papers/2512.00011
            Ada Example, Bo Beispiel, Cy Ejemplo and 3 more · Example Lab
            3 Dec 2025 · 128 votes · 14 comments
            Code: https://github.com/example/forget-me-precisely
            Project page: https://forget-me.example/

            When a model must forget one author it often forgets the whole genre. We study *unlearning* as\
             an editing problem:""")
        .contains(
            "\n\nMachine unlearning: matches “Unlearning” in the title and the abstract\n",
            "\n\nMatches “Diffusion Models” in the title and the abstract\n",
            "\n\n\nTRENDING, OUTSIDE YOUR INTERESTS\n",
            "\n\n4 more papers matched than your mail holds.")
        .endsWith(
            """

            Change your interests or pause: https://paperboy.example/interests/i-token-of-ada
            Unsubscribe: https://paperboy.example/unsubscribe/u-token-of-ada
            View in a browser: https://paperboy.example/reader/v-token-of-ada/mail/4
            Or reply to this mail and say what you would like to get instead.

            You get this mail because ada@example.org subscribed to Paperboy.
            Sent by Paperboy (digest@paperboy.example), Example Lab, 1 Sample Street, Sampleton.
            No tracking: no pixels, no rewritten links.
            """)
        .doesNotContain("\n\n\n\n", "&amp;", "<p", "</");
  }

  @Test
  void the_same_digest_gives_the_same_characters() {
    DigestRenderer another =
        new DigestRenderer(new Templates(Path.of("no such folder")), TestDigests.sender());

    assertThat(another.render(TestDigests.rich(), TestDigests.reader(Format.HTML)))
        .usingRecursiveComparison()
        .isEqualTo(render(TestDigests.rich()));
  }

  @Test
  void a_reader_of_plain_text_gets_no_html() {
    RenderedMail mail = renderer.render(TestDigests.rich(), TestDigests.reader(Format.TEXT));

    assertThat(mail.html()).isNull();
    assertThat(mail.text()).isEqualTo(render(TestDigests.rich()).text());
  }

  @Test
  void a_paper_without_page_links_to_arxiv_or_to_a_search_for_its_title() {
    assertThat(page(render(TestDigests.rich())).select("h3 a").eachAttr("href"))
        .contains(
            "https://huggingface.co/papers/2512.00011",
            "https://arxiv.org/abs/2512.00012",
            "https://huggingface.co/papers?q=Folding+Laundry+from+One+Bad+Demonstration");
  }

  @Test
  void a_link_that_is_not_of_the_web_is_left_out() {
    PaperDetails details =
        new PaperDetails(
            "2512.1\" onmouseover=\"x",
            "Title",
            "",
            Authors.UNKNOWN,
            null,
            null,
            new Links(
                URI.create("javascript:alert(1)"),
                URI.create("data:text/html,x"),
                URI.create("https:///nohost")));
    Document page =
        page(
            render(
                one(TestDigests.entry(TestDigests.paper("p", details, Popularity.NONE), "x", ""))));

    assertThat(page.select("h3 a").eachAttr("href"))
        .containsExactly("https://huggingface.co/papers?q=Title");
    assertThat(page.text()).doesNotContain("Code", "Project page");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "</td></tr></table><script>alert(1)</script>",
        "${7*7} and #{7*7} and [=7*7]",
        "<#assign x=1> <@evil/> </#if> <#-- ",
        "a \" onclick=\"x\" & &lt; ' b",
        "]]> --> <![endif]--> <!--[if mso]>",
        "{{7*7}} <%= 7*7 %>"
      })
  void a_hostile_title_shows_as_text(String hostile) {
    PaperDetails details =
        new PaperDetails(
            null,
            hostile,
            hostile,
            Authors.named(List.of(hostile)),
            new Organization(hostile, hostile),
            null,
            Links.NONE);
    Paper paper = TestDigests.paper("p", details, Popularity.NONE);
    Digest digest =
        TestDigests.of(
            List.of(
                TestDigests.section(
                    hostile,
                    new Digest.Entry(
                        paper,
                        List.of(
                            new Digest.Reason(
                                hostile, List.of(new Hit(Field.TITLE, 1, 4, hostile))))))),
            List.of(),
            0);

    RenderedMail mail = render(digest);

    Document page = page(mail);
    assertThat(page.select("h3").text()).isEqualTo(hostile.strip());
    assertThat(page.select("script, img, [onclick]")).isEmpty();
    assertThat(page.select("h1, h2, h3")).hasSize(3);
    assertThat(mail.text().replace("*", "")).contains(hostile.strip().replace("*", ""));
    assertThat(mail.subject()).startsWith("1 paper on ");
  }

  @Test
  void marks_that_turn_the_direction_of_text_are_gone() {
    Paper paper = TestDigests.paper("p", "abc\u202Edef\u2066ghi\u0007jkl\u2028mno", "");

    RenderedMail mail = render(one(TestDigests.entry(paper, "x", "")));

    assertThat(page(mail).select("h3").text()).isEqualTo("abc def ghi jkl mno");
    assertThat(mail.html() + mail.text() + mail.subject())
        .doesNotContain("\u202E", "\u2066", "\u0007", "\u2028");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x ", "语", "&", "=", "\uD83D\uDE00", "<b>"})
  void fifty_huge_papers_make_a_mail_that_is_not_cut_off(String stuff) {
    Digest huge = huge(stuff.repeat(6000));

    RenderedMail mail = render(huge);

    String html = Objects.requireNonNull(mail.html());
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(90_000);
    assertThat(Passage.html(html).encodedOctets()).isLessThanOrEqualTo(100_000);
    int shown = page(mail).select("h3").size();
    int named = shown == 40 ? 0 : 40 - shown;
    assertThat(shown).isGreaterThan(3);
    if (named > 0) {
      assertThat(page(mail).text())
          .contains(7 + named + " more papers matched than your mail holds");
    }
    assertThat(mail.text()).contains(shown + ". ").doesNotContain("\n" + (shown + 1) + ". ");
  }

  @Test
  void an_ordinary_digest_stays_whole() {
    Digest.Entry[] entries = new Digest.Entry[20];
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          TestDigests.entry(
              TestDigests.paper(
                  "p" + i, "An ordinary title, number " + i, "Ordinary words. ".repeat(80)),
              "words",
              "ordinary");
    }

    RenderedMail mail =
        render(TestDigests.of(List.of(TestDigests.section("words", entries)), List.of(), 0));

    assertThat(page(mail).select("h3")).hasSize(20);
    assertThat(
            page(mail).select("p:matchesOwn(Ordinary|words)").stream()
                .filter(p -> p.text().length() > 300))
        .hasSize(20);
    assertThat(mail.text()).doesNotContain("more papers matched");
  }

  @Property(tries = 300)
  void any_text_anywhere_shows_as_text(
      @ForAll String title,
      @ForAll String text,
      @ForAll String interest,
      @ForAll String name,
      @ForAll int start,
      @ForAll int end) {
    PaperDetails details =
        new PaperDetails(
            name,
            title,
            text,
            Authors.named(List.of(name, name)),
            new Organization(name, name),
            null,
            Links.NONE);
    List<Hit> hits =
        List.of(
            new Hit(Field.TITLE, start, end, name),
            new Hit(Field.ABSTRACT, 0, text.length(), name),
            new Hit(Field.ABSTRACT, text.length() / 3, text.length() / 2, name));
    Digest digest =
        TestDigests.of(
            List.of(
                TestDigests.section(
                    interest,
                    new Digest.Entry(
                        TestDigests.paper("p", details, new Popularity(start, end)),
                        List.of(new Digest.Reason(interest, hits))))),
            List.of(),
            end);

    RenderedMail mail = render(digest);

    Document page = page(mail);
    assertThat(mail.subject())
        .isNotBlank()
        .doesNotContain("\n", "\r")
        .hasSizeLessThanOrEqualTo(150);
    assertThat(page.select("h3 a")).hasSize(1);
    assertThat(page.select("h3").text())
        .isEqualTo(Jsoup.parse("").text(cleaned(ShortText.cut(ShortText.line(title), 300))).text());
    assertThat(page.select("script, img, iframe")).isEmpty();
    assertThat(page.select("a[href*=unsubscribe]")).hasSize(1);
  }

  private static String cleaned(String text) {
    return Passage.plain(text).text();
  }

  private static Digest huge(String stuff) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 664; i++) {
      names.add(stuff.substring(0, 120));
    }
    PaperDetails details =
        new PaperDetails(
            null,
            stuff,
            stuff,
            Authors.named(names),
            new Organization("x", stuff),
            TestDigests.DATE,
            new Links(
                URI.create("https://papers.example/" + "p".repeat(400)),
                URI.create("https://code.example/" + "c".repeat(400)),
                URI.create("https://project.example/" + "q".repeat(5000))));
    List<Digest.Section> sections = new ArrayList<>();
    List<Digest.Entry> trending = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Paper paper = TestDigests.paper("p" + i, details, new Popularity(Integer.MAX_VALUE, 9));
      List<Digest.Reason> reasons = new ArrayList<>();
      for (int r = 0; r < 100; r++) {
        reasons.add(new Digest.Reason(stuff, List.of(new Hit(Field.TITLE, r, r + 90, "x"))));
      }
      if (i < 40) {
        sections.add(TestDigests.section(stuff, new Digest.Entry(paper, reasons)));
      } else {
        trending.add(new Digest.Entry(paper, List.of()));
      }
    }
    return TestDigests.of(sections, trending, 7);
  }

  private static Digest one(Digest.Entry entry) {
    return TestDigests.of(List.of(TestDigests.section("robotics", entry)), List.of(), 0);
  }

  private RenderedMail render(Digest digest) {
    return renderer.render(digest, TestDigests.reader(Format.HTML));
  }

  private static Document page(RenderedMail mail) {
    return Jsoup.parse(Objects.requireNonNull(mail.html()));
  }
}
