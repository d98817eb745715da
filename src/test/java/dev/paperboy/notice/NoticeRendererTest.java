package dev.paperboy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.digest.Bracketed;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.match.Advice;
import dev.paperboy.match.Advice.Finding;
import dev.paperboy.match.Advice.Nearby;
import dev.paperboy.match.Advice.Verdict;
import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import dev.paperboy.yaml.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeRendererTest {

  private static final EmailAddress READER = new EmailAddress("ada", "example.org");
  private static final URI BASE = URI.create("https://paperboy.example");
  private static final ZonedDateTime MOMENT =
      ZonedDateTime.of(2025, 12, 8, 7, 30, 0, 0, ZoneOffset.UTC);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void both_parts_have_the_same_links_and_nothing_active(Kind kind) {
    for (String language : List.of("en", "de")) {
      RenderedMail mail = render(sample(kind), language);
      Document page = page(mail);

      assertThat(page.select("a").eachAttr("href"))
          .hasSize(links(kind))
          .allSatisfy(link -> assertThat(link).startsWith("https://paperboy.example/"))
          .allSatisfy(link -> assertThat(mail.text()).contains(link));
      assertThat(page.select("script, form, iframe, svg, link, img, input, object")).isEmpty();
      assertThat(page.select("html").attr("lang")).isEqualTo(language);
      assertThat(page.select("h1").eachText()).hasSize(1);
      assertThat(page.title()).isEqualTo(mail.subject()).hasSizeLessThanOrEqualTo(78);
      assertThat(page.body().child(0).child(0).text())
          .hasSizeBetween(40, 130)
          .isNotEqualTo(mail.subject());
      for (String part : List.of(String.valueOf(mail.html()), mail.text(), mail.subject())) {
        assertThat(part).doesNotContain("${", "<#", "</#", "<@", "null", "[=");
      }
      assertThat(mail.text()).doesNotContain("\n\n\n\n", "&", "<p");
    }
  }

  private static int links(Kind kind) {
    return switch (kind) {
      case CONFIRM, INTERESTS, GOODBYE, ANSWER -> 1;
      case WELCOME, CHANGES -> 2;
      case ALERT -> 0;
    };
  }

  @Test
  void the_mail_that_asks_has_one_button_and_says_how_to_do_without() {
    RenderedMail mail = render(sample(Kind.CONFIRM), "en");

    assertThat(mail.text())
        .startsWith(
            """
            One click, and Paperboy comes to you
            Paperboy

            Somebody, most likely you, asked to send Paperboy to ada@example.org.

            Topics:
            - machine unlearning
            - Robots
            Monday to Friday at 07:30 (Europe/Berlin).

            Confirm the subscription: https://paperboy.example/confirm/sample

            Or just reply to this mail with the word yes; the reply may also be empty. With the word no, you are not asked again.

            The link is valid for 48 hours. It was not you? Ignore this mail: without an answer nothing more is sent.
            """);
    assertThat(page(mail).select("td.button a").eachText())
        .containsExactly("Confirm the subscription");
  }

  @Test
  void the_interests_stand_as_they_are_between_two_lines() {
    RenderedMail mail = render(sample(Kind.INTERESTS), "de");

    String document =
        """
        --- interests: begin ---
        interests:
          - machine unlearning          # also: forgetting
          - name: Robots
            any: [robot, "grasp*"]
            boost: 2
        digest:
          every: weekday
          at: "07:30"
          timezone: Europe/Berlin
        --- interests: end ---
        """;
    assertThat(mail.text()).contains("\n\n" + document + "\n");
    assertThat(page(mail).select("pre").get(0).wholeText()).isEqualTo(document.strip());
  }

  @Test
  void a_change_is_told_with_what_it_would_have_found() {
    RenderedMail mail = render(sample(Kind.CHANGES), "en");

    assertThat(mail.subject()).isEqualTo("Your interests have changed");
    assertThat(mail.text())
        .contains(
            "\nADDED\n=====\nRobots\n",
            "\nREMOVED\n",
            "\nCHANGED\n",
            "WHAT THEY WOULD HAVE FOUND ON THE LAST 14 DAYS",
            "learning: 734 papers. That is very many; another word makes it narrower.",
            "graspnig: 0 papers. Nearest terms with papers: “grasping”.",
            "Undo this change: https://paperboy.example/undo/sample");
  }

  @Test
  void a_refused_change_shows_every_problem_with_its_line() {
    RenderedMail mail = render(new SampleNotices(BASE).refused(), "en");

    assertThat(mail.subject()).isEqualTo("Your interests: please mend what could not be read");
    assertThat(mail.text())
        .contains(
            "One place could not be read, so your interests stay as they were.",
            "Line 3: \"naem\" is not known here. Did you mean \"name\"?",
            "- naem: Robots")
        .doesNotContain("Undo");
    assertThat(page(mail).select("pre").get(0).wholeText()).isEqualTo("  - naem: Robots");
  }

  @Test
  void no_word_of_a_notice_stands_outside_the_language_file() throws IOException {
    Files.createDirectory(folder.resolve("languages"));
    Files.writeString(
        folder.resolve("languages/xx.yml"),
        Bracketed.of(Files.readString(Path.of("templates/languages/en.yml"))));

    for (Notice notice : greek()) {
      RenderedMail mail =
          new NoticeRenderer(new Templates(folder).in("xx"), sender("Εφημερίδα"))
              .render(notice, READER);
      String text = mail.text().replaceAll("--- interests: \\w+ ---|UTC|Z", "");
      String html = page(mail).text().replaceAll("--- interests: \\w+ ---|UTC|Z", "");
      assertThat(Bracketed.outside(text)).as(text).doesNotContainPattern("\\p{IsLatin}");
      assertThat(Bracketed.outside(html)).as(html).doesNotContainPattern("\\p{IsLatin}");
      assertThat(Bracketed.outside(mail.subject())).doesNotContainPattern("\\p{IsLatin}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<img src=x onerror=alert(1)>", "${7*7}", "</pre><script>x</script>"})
  void hostile_interests_show_as_text(String hostile) {
    Notice notice =
        new Notice.Changes(
            new Difference(List.of(hostile), List.of(), List.of()),
            List.of(new Problem(1, 1, hostile, hostile)),
            false,
            null,
            null,
            BASE);

    RenderedMail mail = render(notice, "en");

    assertThat(page(mail).select("img, script")).isEmpty();
    assertThat(page(mail).select("pre").text()).isEqualTo(hostile);
    assertThat(mail.text()).contains(hostile);
  }

  @Test
  void a_notice_is_no_list_mail_and_the_same_bytes_each_time() {
    NoticeMails mails = new NoticeMails(renderer("en"), sender(""));
    Notice notice = sample(Kind.WELCOME);

    byte[] bytes =
        new MimeWriter(DkimSigner.NONE)
            .bytes(mails.mail(notice, READER, "<a@b.example>", Instant.EPOCH));

    assertThat(new String(bytes, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT))
        .contains("auto-submitted: auto-generated", "to: ada@example.org")
        .doesNotContain("list-unsubscribe", "list-id", "precedence");
    assertThat(
            new MimeWriter(DkimSigner.NONE)
                .bytes(mails.mail(notice, READER, "<a@b.example>", Instant.EPOCH)))
        .isEqualTo(bytes);
  }

  private static List<Notice> greek() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      names.add("Θέμα " + i);
    }
    Difference all = new Difference(names, names, names);
    Advice advice =
        new Advice(
            2,
            9,
            List.of(
                new Finding("θέμα", List.of(), 0, 0, Verdict.FINE, List.of()),
                new Finding("θέμα", List.of(), 0, 1, Verdict.TOO_WIDE, List.of()),
                new Finding("θέμα", List.of(), 0, 0, Verdict.TOO_NARROW, List.of()),
                new Finding(
                    "θέμα", List.of(), 0, 0, Verdict.TOO_NARROW, List.of(new Nearby("ας", 2)))));
    return List.of(
        new Notice.Confirm(
            BASE, Duration.ofHours(48), new Signup(names, DigestWishes.DEFAULT.rhythm()), false),
        new Notice.Welcome(MOMENT, names, BASE, BASE),
        new Notice.InterestsDocument("θέμα: [α]", BASE),
        new Notice.Changes(all, List.of(), true, Notice.Lately.of(advice), BASE, BASE),
        new Notice.Changes(
            new Difference(List.of(), List.of(), List.of()),
            List.of(new Problem(3, 2, "Λάθος.", "  - α")),
            true,
            null,
            null,
            BASE),
        new Notice.Changes(
            new Difference(List.of(), List.of(), List.of()), List.of(), false, null, null, BASE),
        new Notice.Answer(Notice.Topic.HELP, "", List.of("α: β"), "γ", BASE),
        new Notice.Answer(Notice.Topic.PAUSED_UNTIL, "2026-01-07", List.of(), "", null),
        new Notice.Goodbye(BASE),
        new Notice.Alert("Λάθος", MOMENT, "Τίποτα.", "Περίμενε."));
  }

  private static Notice sample(Kind kind) {
    return new SampleNotices(BASE).of(kind);
  }

  private RenderedMail render(Notice notice, String language) {
    return renderer(language).render(notice, READER);
  }

  private NoticeRenderer renderer(String language) {
    return new NoticeRenderer(new Templates(folder).in(language), sender(""));
  }

  private static SenderSettings sender(String name) {
    EmailAddress from = new EmailAddress("post", "paperboy.example");
    return new SenderSettings(new Mailbox(name, from), new Inbox(from, Inbox.Tags.PLUS), "", BASE);
  }

  private static Document page(RenderedMail mail) {
    return Jsoup.parse(Objects.requireNonNull(mail.html()));
  }
}
