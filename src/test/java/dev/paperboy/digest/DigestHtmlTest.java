package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The HTML of a digest against the rules for HTML in mails. */
class DigestHtmlTest {

  private static final Pattern COLOR = Pattern.compile("(?:^|;)color:(#[0-9a-f]{6})");
  private static final Pattern BACKGROUND = Pattern.compile("(?:^|;)background:(#[0-9a-f]{6})");

  private final RenderedMail mail =
      new DigestRenderer(new Templates(Path.of("templates")), TestDigests.sender())
          .render(TestDigests.rich(), TestDigests.reader(Format.HTML));

  private final String html = Objects.requireNonNull(mail.html());
  private final Document page = Jsoup.parse(html);

  @Test
  void nothing_active_and_nothing_loaded_from_elsewhere() {
    assertThat(page.select("script, form, iframe, svg, link, object, embed, video, img, input"))
        .isEmpty();
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"))
                    .noneMatch(attribute -> attribute.getKey().equals("src")));
    assertThat(html.toLowerCase(Locale.ROOT))
        .doesNotContain(
            "javascript:",
            "data:",
            "url(",
            "@import",
            "flex",
            "display:grid",
            "var(",
            "@font-face");
  }

  @Test
  void the_document_says_its_language_and_that_it_knows_dark_screens() {
    assertThat(html).startsWith("<!doctype html>");
    Element body = page.body();
    for (Element element : List.of(page.select("html").first(), body.child(0))) {
      assertThat(element.attr("lang")).isEqualTo("en");
      assertThat(element.attr("dir")).isEqualTo("ltr");
    }
    assertThat(page.title()).isEqualTo(mail.subject());
    assertThat(page.select("meta[charset=utf-8], meta[name=viewport], meta[name=color-scheme]"))
        .hasSize(3);
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("style").html().length()).isLessThan(16_000);
  }

  @Test
  void headings_go_down_one_level_at_a_time() {
    List<Integer> levels =
        page.select("h1, h2, h3, h4, h5, h6").stream()
            .map(heading -> heading.tagName().charAt(1) - '0')
            .toList();

    assertThat(levels).startsWith(1).filteredOn(level -> level == 1).hasSize(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Machine unlearning",
            "Robotics",
            "Diffusion models, rectified flows and whatever comes after them",
            "Trending, outside your interests");
  }

  @Test
  void every_link_is_absolute_underlined_and_has_words() {
    assertThat(page.select("a")).hasSizeGreaterThan(10);
    assertThat(page.select("a"))
        .allSatisfy(
            link -> {
              assertThat(URI.create(link.attr("href")).isAbsolute()).isTrue();
              assertThat(link.attr("href")).startsWith("https://");
              assertThat(link.attr("style")).contains("text-decoration:underline");
              assertThat(link.text()).isNotBlank();
            });
  }

  @Test
  void tables_are_for_layout_only_and_600_pixels_wide_at_most() {
    assertThat(page.select("table"))
        .allSatisfy(table -> assertThat(table.attr("role")).isEqualTo("presentation"));
    assertThat(html)
        .contains("max-width:600px", "<!--[if mso]><table role=\"presentation\" width=\"600\"");
  }

  @Test
  void the_preheader_is_hidden_and_says_something_else_than_the_subject() {
    Element preheader = page.body().child(0).child(0);

    assertThat(preheader.attr("style")).contains("display:none", "mso-hide:all");
    assertThat(preheader.text()).hasSizeBetween(40, 130).isNotEqualTo(mail.subject());
  }

  @Test
  void the_reader_can_leave_change_the_interests_and_see_who_writes_and_why() {
    assertThat(
            page.select("a[href=https://paperboy.example/unsubscribe/u-token-of-ada]").eachText())
        .containsExactly("Unsubscribe");
    assertThat(page.select("a[href=https://paperboy.example/interests/i-token-of-ada]").eachText())
        .contains("Change your interests or pause");
    assertThat(page.text())
        .contains(
            "You get this mail because ada@example.org subscribed to Paperboy.",
            "Sent by Paperboy (digest@paperboy.example), Example Lab, 1 Sample Street, Sampleton.",
            "No tracking: no pixels, no rewritten links.",
            "4 more papers matched than your mail holds.",
            "Or reply to this mail and say what you would like to get instead.");
  }

  @Test
  void matched_words_are_marked_in_title_and_abstract() {
    assertThat(page.select("b[style=background:#fff3b0;color:#1a1a1a]").eachText())
        .containsExactly(
            "Unlearning",
            "unlearning",
            "attention heads",
            "unlearning",
            "Grasp",
            "grasp",
            "Diffusion Models",
            "Diffusion models");
    assertThat(page.text())
        .contains(
            "Machine unlearning: matches “Unlearning” in the title and the abstract",
            "Interpretability: matches “attention heads” in the abstract");
  }

  @Test
  void text_can_be_read_on_its_ground() {
    List<String> colors = new ArrayList<>();
    for (Element element : page.select("[style]")) {
      Matcher color = COLOR.matcher(element.attr("style"));
      if (color.find() && !element.attr("style").contains("display:none")) {
        Matcher own = BACKGROUND.matcher(element.attr("style"));
        List<String> grounds = own.find() ? List.of(own.group(1)) : List.of("#fdfcfa", "#f4f1ea");
        for (String ground : grounds) {
          assertThat(contrast(color.group(1), ground))
              .as("%s on %s", color.group(1), ground)
              .isGreaterThanOrEqualTo(4.5);
        }
        colors.add(color.group(1));
      }
    }
    assertThat(colors).hasSizeGreaterThan(20).doesNotContain("#000000", "#ffffff");
  }

  @Test
  void the_dark_palette_can_be_read_too() {
    String style = page.select("style").html();
    String dark = style.substring(style.indexOf("prefers-color-scheme"));
    Matcher color = Pattern.compile("[^-]color: (#[0-9a-f]{6})").matcher(dark);
    int seen = 0;
    while (color.find()) {
      String rule = dark.substring(dark.lastIndexOf('\n', color.start()) + 1, color.end());
      Matcher own = Pattern.compile("background: (#[0-9a-f]{6})").matcher(rule);
      String ground = own.find() ? own.group(1) : "#1e2125";
      assertThat(contrast(color.group(1), ground)).as(rule).isGreaterThanOrEqualTo(4.5);
      seen++;
    }
    assertThat(seen).isGreaterThanOrEqualTo(4);
  }

  @Test
  void nothing_of_the_templates_is_left_over() {
    for (String part : List.of(html, mail.text(), mail.subject())) {
      assertThat(part).doesNotContain("${", "<#", "</#", "<@", "null", "[=");
    }
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(30_000);
  }

  /** WCAG 2.1, relative luminance and contrast ratio. */
  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String color) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum +=
          weights[i] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
