package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every word of a mail that is no data comes from the language file: a language whose sentences
 * stand in brackets, and data in Greek letters, leave no Latin letter outside of brackets.
 */
class MailLanguageTest {

  private static final LocalDate DATE = LocalDate.of(2025, 12, 5);

  @TempDir Path folder;

  @BeforeEach
  void write_the_language() throws IOException {
    Files.createDirectory(folder.resolve("languages"));
    Files.writeString(
        folder.resolve("languages/xx.yml"),
        Bracketed.of(Files.readString(Path.of("templates/languages/en.yml"))));
  }

  @Test
  void a_digest_has_no_word_of_its_own() {
    for (Digest digest : digests()) {
      RenderedMail mail = render(digest, "xx");

      Document page = Jsoup.parse(Objects.requireNonNull(mail.html()));
      assertThat(Bracketed.outside(page.text())).doesNotContainPattern("\\p{IsLatin}");
      assertThat(Bracketed.outside(page.title())).doesNotContainPattern("\\p{IsLatin}");
      assertThat(Bracketed.outside(mail.text())).doesNotContainPattern("\\p{IsLatin}");
      assertThat(Bracketed.outside(mail.subject())).doesNotContainPattern("\\p{IsLatin}");
      assertThat(page.text()).contains("[", "]");
    }
  }

  @Test
  void the_proof_would_find_an_english_word() throws IOException {
    Files.writeString(folder.resolve("digest.subject.ftl"), "Papers ${head.headline}");

    assertThat(Bracketed.outside(render(digests().get(0), "xx").subject())).contains("Papers");
  }

  @Test
  void no_colour_and_no_sentence_is_left_in_the_templates() throws IOException {
    try (var files = Files.list(Path.of("templates"))) {
      List<Path> templates = files.filter(f -> f.toString().matches(".*\\.ftlh?")).toList();
      assertThat(templates).hasSizeGreaterThan(4);
      for (Path template : templates) {
        assertThat(Files.readString(template).replaceAll("(?s)<#--.*?-->", ""))
            .as(template.toString())
            .doesNotContainPattern("#[0-9a-fA-F]{6}\\b");
      }
    }
  }

  @Test
  void the_mail_says_in_which_language_it_is() {
    Document page = Jsoup.parse(Objects.requireNonNull(render(digests().get(0), "de").html()));

    assertThat(page.select("html").attr("lang")).isEqualTo("de");
    assertThat(page.body().child(0).attr("lang")).isEqualTo("de");
    assertThat(page.text())
        .contains("Freitag, 5. Dezember 2025", "„Γάμα“ im Titel", "und 3 weitere", "Abbestellen")
        .doesNotContain("“Γάμα”");
  }

  @Test
  void letters_become_capitals_as_the_language_has_them() throws IOException {
    Files.writeString(folder.resolve("languages/tr.yml"), "language: {locale: tr}\n");
    Digest digest =
        new Digest(
            Digest.Days.of(DATE),
            new Digest.Editions(1, 1),
            List.of(
                new Digest.Section("istatistik", List.of(new Digest.Entry(paper(), List.of())))),
            List.of(),
            0);

    assertThat(render(digest, "tr").text()).contains("\nİSTATİSTİK\n==========\n");
  }

  private RenderedMail render(Digest digest, String language) {
    SenderSettings sender =
        new SenderSettings(
            new Mailbox("Εφημερίδα", new EmailAddress("a", "example.org")),
            new Inbox(new EmailAddress("a", "example.org"), Inbox.Tags.PLUS),
            "Αθήνα",
            URI.create("https://example.org"));
    return new DigestRenderer(new Templates(folder).in(language), sender)
        .render(digest, TestDigests.reader(Format.HTML));
  }

  private static List<Digest> digests() {
    List<Digest.Reason> reasons = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      reasons.add(
          new Digest.Reason(
              "Θέμα " + i,
              List.of(
                  new Hit(Field.TITLE, 0, 4, "x"),
                  new Hit(i == 0 ? Field.TITLE : Field.ABSTRACT, 0, 5 + i, "x"),
                  new Hit(Field.AUTHORS, 0, 4, "x"),
                  new Hit(Field.ORGANIZATION, 0, 4, "x"))));
    }
    List<Digest.Entry> entries =
        List.of(new Digest.Entry(paper(), reasons), new Digest.Entry(paper(), List.of()));
    List<Digest.Section> sections =
        List.of(new Digest.Section("θέμα", entries), new Digest.Section("Άλλο", entries));
    Digest.Editions editions = new Digest.Editions(1, 2);
    List<Digest> digests = new ArrayList<>();
    for (Digest.Days days :
        List.of(
            Digest.Days.of(DATE),
            new Digest.Days(DATE.minusDays(2), DATE, false),
            new Digest.Days(DATE.minusDays(5), DATE, true))) {
      digests.add(new Digest(days, editions, sections, entries, 3));
      digests.add(new Digest(days, editions, List.of(), entries, 0));
    }
    return digests;
  }

  private static Paper paper() {
    PaperDetails details =
        new PaperDetails(
            null,
            "Γάμα και δέλτα",
            "Άλφα βήτα γάμα δέλτα έψιλον.",
            Authors.named(List.of("Αλφα", "Βήτα", "Γάμα", "Δέλτα", "Έψιλον", "Ζήτα")),
            new Organization("ε", "Εργαστήριο"),
            DATE,
            new Links(
                URI.create("https://example.org/p"),
                URI.create("https://example.org/c"),
                URI.create("https://example.org/q")));
    return new Paper("key", details, new Popularity(3, 1), 1, new Paper.Mentions("a", "a"));
  }
}
