package dev.paperboy.dump;

import static dev.paperboy.dump.Dumps.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DailyPapersJsonReaderTest {

  private static final String FULL =
      row(
          """
          'id':'2608.20281','title':'On $R^2$\\n  Things','summary':'We study\\nthings.',
          'authors':[{'name':'Ada  Byron'},{'name':'Nobody','hidden':true},{'name':'Bo Ek'}],
          'publishedAt':'2026-08-20T23:30:00.000Z','submittedOnDailyAt':'2026-08-21T00:00:00.000Z',
          'upvotes':42,'githubRepo':'https://github.com/example/things',
          'projectPage':'http://things.example.org','organization':{'name':'inner'}""",
          ",'publishedAt':'2026-08-22T00:00:00.000Z','numComments':3,"
              + "'organization':{'name':'acme','fullname':'Acme  Inc.'}");

  @Test
  void a_row_comes_in_complete() throws RefusedDump {
    DumpContent content = Dumps.read("[" + FULL + "]");

    PaperDetails details =
        new PaperDetails(
            "2608.20281",
            "On R² Things",
            "We study things.",
            Authors.named(List.of("Ada Byron", "Bo Ek")),
            new Organization("acme", "Acme Inc."),
            LocalDate.of(2026, 8, 20),
            new Links(
                URI.create("https://huggingface.co/papers/2608.20281"),
                URI.create("https://github.com/example/things"),
                URI.create("http://things.example.org")));
    assertThat(content)
        .isEqualTo(
            new DumpContent(
                "daily-papers-json",
                new DumpDate(LocalDate.of(2026, 8, 21), "submittedOnDailyAt of 1 of 1 papers"),
                List.of(new Listing(details, new Popularity(42, 3))),
                List.of()));
  }

  @Test
  void almost_everything_may_be_missing_or_odd() throws RefusedDump {
    DumpContent content =
        read(
            "2024-05-27.json",
            row(
                "'id':'x/../y','upvotes':-3,'authors':7",
                ",'title':'Outer Title','numComments':1e99"),
            row("'id':'a b','title':'T','upvotes':99999999999,'publishedAt':'soon'", ""));

    assertThat(content.listings())
        .extracting(listing -> listing.details().title())
        .containsExactly("Outer Title", "T");
    assertThat(content.listings())
        .allSatisfy(
            listing -> {
              assertThat(listing.popularity()).isEqualTo(Popularity.NONE);
              assertThat(listing.details().links()).isEqualTo(Links.NONE);
              assertThat(listing.details().arxivId()).isNull();
              assertThat(listing.details().published()).isNull();
              assertThat(listing.details().authors()).isEqualTo(Authors.UNKNOWN);
            });
  }

  @Test
  void an_id_that_is_none_of_arxiv_keeps_its_page() throws RefusedDump {
    DumpContent content = read("2024-05-27.json", row("'id':'acme-2026.1','title':'T'", ""));

    PaperDetails details = content.listings().get(0).details();
    assertThat(details.arxivId()).isNull();
    assertThat(details.links().page()).hasToString("https://huggingface.co/papers/acme-2026.1");
  }

  @Test
  void links_that_nobody_should_follow_are_dropped() throws RefusedDump {
    String[] rows =
        List.of(
                "javascript:alert(1)",
                "ftp://example.org",
                "example.org/x",
                "https://",
                "http://a b",
                "https://github.com@example.org/x",
                "file:///etc/passwd")
            .stream()
            .map(link -> row("'title':'T','githubRepo':'" + link + "'", ""))
            .toArray(String[]::new);

    assertThat(read("2024-05-27.json", rows).listings())
        .hasSize(7)
        .allMatch(listing -> Objects.equals(listing.details().links(), Links.NONE));
  }

  @Test
  void the_submitter_may_stand_for_the_organisation() throws RefusedDump {
    DumpContent content =
        read("2025-10-01.json", row("'title':'T'", ",'submitterOrganization':{'name':'acme'}"));

    assertThat(content.listings().get(0).details().organization())
        .isEqualTo(new Organization("acme", "acme"));
  }

  @Test
  void a_bad_row_is_left_out_and_said() throws RefusedDump {
    DumpContent content =
        read("2024-05-27.json", row("'title':'T'", ""), "7", row("'title':' '", ""), "{}", "\"x\"");

    assertThat(content.listings()).hasSize(1);
    assertThat(content.problems())
        .hasSize(4)
        .first()
        .isEqualTo("Row 2 has no paper with a title; it was left out.");
  }

  @Test
  void many_bad_rows_are_counted() throws RefusedDump {
    String[] rows = "7,".repeat(1_000).concat(row("'title':'T'", "")).split(",", -1);

    assertThat(read("2024-05-27.json", rows).problems())
        .hasSize(21)
        .last()
        .isEqualTo("And 980 more problems of this kind.");
  }

  @Test
  void the_day_is_what_most_rows_say() throws RefusedDump {
    DumpContent content =
        read(
            "2020-01-01.json",
            row("'title':'A','submittedOnDailyAt':'2025-04-01T01:00:00Z'", ""),
            row("'title':'B','submittedOnDailyAt':'2025-04-02T01:00:00Z'", ""),
            row("'title':'C','submittedOnDailyAt':'2025-04-02T02:00:00Z'", ""));

    assertThat(content.date())
        .isEqualTo(new DumpDate(LocalDate.of(2025, 4, 2), "submittedOnDailyAt of 2 of 3 papers"));
  }

  @Test
  void else_the_name_tells_the_day_and_else_it_is_guessed() throws RefusedDump {
    String row = row("'title':'A','publishedAt':'2024-05-24T01:00:00Z'", "");

    assertThat(read("2024-05-27.json", row).date().day()).isEqualTo("2024-05-27");
    assertThat(read("2024-05-27.json", row).problems()).isEmpty();
    DumpContent guessed = read("today.json", row);
    assertThat(guessed.date())
        .isEqualTo(new DumpDate(LocalDate.of(2024, 5, 24), "the newest publishedAt"));
    assertThat(guessed.problems()).singleElement().asString().contains("guessed");
    assertThat(read("today.json", row("'title':'A'", "")).date().day()).isEqualTo("2025-12-05");
  }

  @Test
  void what_follows_the_list_is_said() throws RefusedDump {
    DumpContent content = Dumps.read("[" + FULL + "] []");

    assertThat(content.problems()).singleElement().asString().contains("after the end of the list");
  }

  private static DumpContent read(String name, String... rows) throws RefusedDump {
    String text = "[" + String.join(",", rows) + "]";
    return new DailyPapersJsonReader().read(Dumps.file(name, text, Dumps.SAVED));
  }
}
