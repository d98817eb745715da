package dev.paperboy.dump;

import static dev.paperboy.dump.Dumps.HEAD;
import static dev.paperboy.dump.Dumps.PROSE;
import static dev.paperboy.dump.Dumps.paper;
import static dev.paperboy.dump.Dumps.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageCaptureReaderTest {

  @Test
  void a_paper_comes_with_authors_date_and_comments() throws RefusedDump {
    DumpContent content = read(HEAD + paper("On  Things", "  • 5 authors", "Nov 24, 2024 12"));

    Listing listing = content.listings().get(0);
    assertThat(content.format()).isEqualTo("page-capture");
    assertThat(listing.details().title()).isEqualTo("On Things");
    assertThat(listing.details().abstractText()).isEqualTo(PROSE);
    assertThat(listing.details().authors()).isEqualTo(Authors.counted(5));
    assertThat(listing.details().published()).isEqualTo(LocalDate.of(2024, 11, 24));
    assertThat(listing.popularity()).isEqualTo(new Popularity(0, 12));
  }

  @Test
  void a_date_without_year_is_of_the_year_of_the_capture() throws RefusedDump {
    DumpContent content = read(HEAD + paper("On Things", "  • 1 authors", "May 4"));

    assertThat(content.listings().get(0).details().published()).isEqualTo(LocalDate.of(2025, 5, 4));
  }

  @Test
  void an_organisation_may_stand_in_place_of_the_authors() throws RefusedDump {
    DumpContent content =
        read(
            HEAD
                + paper("On Things", "acme-lab Acme Laboratory of Things", "May 4")
                + paper("On More Things", "tiny", "May 3"));

    assertThat(content.listings())
        .extracting(listing -> listing.details().organization())
        .containsExactly(
            new Organization("acme-lab", "Acme Laboratory of Things"),
            new Organization("tiny", "tiny"));
    assertThat(content.listings().get(0).details().abstractText()).isEqualTo(PROSE);
  }

  @Test
  void a_paper_without_footer_is_a_paper() throws RefusedDump {
    String bare = "Bare Things\n\n" + PROSE + "\n\n";
    DumpContent content =
        read(
            HEAD
                + bare
                + bare.replace("Bare", "Still Barer")
                + paper("On Things", "  • 2 authors", "May 4")
                + bare.replace("Bare", "Last"));

    assertThat(titles(content))
        .containsExactly("Bare Things", "Still Barer Things", "On Things", "Last Things");
    assertThat(content.listings())
        .allSatisfy(listing -> assertThat(listing.details().abstractText()).isEqualTo(PROSE));
    assertThat(content.listings().get(0).details().published()).isNull();
    assertThat(content.listings().get(2).details().authors().count()).isEqualTo(2);
  }

  @Test
  void a_capture_that_ends_within_a_sentence_is_noted() throws RefusedDump {
    String whole = HEAD + paper("On Things", "  • 2 authors", "May 4") + "Last Things\n\n" + PROSE;
    assertThat(read(whole).problems()).isEmpty();
    assertThat(read(whole.substring(0, whole.length() - 9)).problems())
        .singleElement()
        .asString()
        .contains("ends in the middle");
  }

  @Test
  void an_abstract_may_have_paragraphs_or_one_sentence_or_be_missing() throws RefusedDump {
    DumpContent content =
        read(
            HEAD
                + "Many Paragraphs\n\n"
                + PROSE
                + "\n\nWe then stop.\n\nCode: https://example.org/x\n\n"
                + "  • 2 authors\n·\nMay 4\n\n"
                + "One Sentence\n\nIt works.\n\n  • 2 authors\n·\nMay 4\n\n"
                + "Only a Title\n\n  • 2 authors\n·\nMay 4\n\n"
                + "Is This a Title? A Question\n\nAnd Another Title\n\n"
                + PROSE
                + "\n\n"
                + "A Title with a Full Stop.\n\n"
                + PROSE
                + "\n");

    assertThat(titles(content))
        .containsExactly(
            "Many Paragraphs",
            "One Sentence",
            "Only a Title",
            "Is This a Title? A Question",
            "And Another Title",
            "A Title with a Full Stop.");
    assertThat(abstracts(content))
        .containsExactly(
            PROSE + " We then stop. Code: https://example.org/x",
            "It works.",
            "",
            "",
            PROSE,
            PROSE);
  }

  @Test
  void line_ends_of_windows_and_wrapped_or_missing_empty_lines_do_no_harm() throws RefusedDump {
    String text = HEAD + paper("On Things", "\u00a0 • 5 authors", "Nov 24, 2024");

    List<Listing> expected = read(text).listings();
    assertThat(read(text.replace("\n", "\r\n")).listings()).isEqualTo(expected);
    assertThat(read(text.replace(". ", ".\n")).listings()).isEqualTo(expected);
    assertThat(read(text.replace("\n\n", "\n")).listings()).isEqualTo(expected);
    assertThat(read(text.replace("\n·\n", " · ")).listings()).isEqualTo(expected);
    assertThat(read(text.replace("\n·\n", "\n\n·\n\n")).listings()).isEqualTo(expected);
  }

  @Test
  void the_head_and_foot_of_the_page_vary() throws RefusedDump {
    String text =
        HEAD.replace("Dec 5", "Daily\nWeekly\nMonthly\n\nDec 5\n\nPrevious\n\nNext")
            + paper("On Things", "  • 5 authors", "Nov 24, 2024")
            + "Previous\nNext\n\nCompany\n© Hugging Face\n\nTOS\nPrivacy\n";

    assertThat(titles(read(text))).containsExactly("On Things");
    assertThat(read(text).date().day()).isEqualTo(LocalDate.of(2025, 12, 5));
  }

  @Test
  void hostile_titles_come_in_as_text() throws RefusedDump {
    DumpContent content =
        read(HEAD + paper("<img src=x onerror=alert(1)> ${7*7}\u202e", "  • 5 authors", "May 4"));

    assertThat(titles(content)).containsExactly("<img src=x onerror=alert(1)> ${7*7}");
  }

  @Test
  void a_text_without_title_is_left_out_and_said() throws RefusedDump {
    DumpContent content =
        read(
            HEAD
                + PROSE
                + PROSE
                + "\n\n  • 5 authors\n·\nMay 4\n\n"
                + paper("On", "• 1 author", "May 4"));

    assertThat(titles(content)).containsExactly("On");
    assertThat(content.problems()).singleElement().asString().contains("without a title");
  }

  @Test
  void a_page_without_papers_is_refused() {
    assertThatThrownBy(() -> read(HEAD))
        .isInstanceOf(RefusedDump.class)
        .hasMessageContaining("holds no paper");
  }

  @Test
  void what_is_longer_than_anybody_writes_is_cut() throws RefusedDump {
    DumpContent content =
        read(HEAD + "On Things\n\n" + PROSE.repeat(500) + "\n\n  • 5 authors\n·\nMay 4\n");

    assertThat(abstracts(content).get(0)).hasSize(20_000).endsWith("…");
  }

  private static List<String> titles(DumpContent content) {
    return content.listings().stream().map(Listing::details).map(PaperDetails::title).toList();
  }

  private static List<String> abstracts(DumpContent content) {
    return content.listings().stream()
        .map(Listing::details)
        .map(PaperDetails::abstractText)
        .toList();
  }
}
