package dev.paperboy.paper;

import static dev.paperboy.paper.Listings.dump;
import static dev.paperboy.paper.Listings.listing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.TestClock;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PaperArchiveTest {

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  private final TestDatabase database;

  private Store store;
  private PaperArchive archive;

  PaperArchiveTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    archive = new PaperArchive(store, new TestClock("2025-12-05T06:00:00Z"));
  }

  @Test
  void new_papers_of_a_dump_make_an_edition_with_its_digest_date() {
    Recorded recorded =
        archive.record(
            dump("a", "2025-12-05"),
            List.of(listing("2512.00001", "One", "x"), listing(null, "Two", "y")),
            false);

    assertThat(recorded.edition()).contains(new Edition(1, LocalDate.of(2025, 12, 5), false, 2));
    assertThat(recorded.added()).isEqualTo(2);
    assertThat(archive.papersOf(archive.editionsAfter(0)))
        .extracting(Paper::title)
        .containsExactly("One", "Two");
  }

  @Test
  void a_known_paper_is_enriched_and_never_new_again() {
    archive.record(dump("a", "2025-12-05"), List.of(listing(null, "The Title", "", 3, 1)), false);
    Recorded again =
        archive.record(
            dump("b", "2025-12-06"),
            List.of(listing("2512.00001", "the  title!", "Now filled.", 2, 9)),
            false);

    assertThat(again.edition()).isEmpty();
    assertThat(again.known()).isEqualTo(1);
    Paper paper = only();
    assertThat(paper.key()).startsWith("t-");
    assertThat(paper.details().arxivId()).isEqualTo("2512.00001");
    assertThat(paper.title()).isEqualTo("The Title");
    assertThat(paper.abstractText()).isEqualTo("Now filled.");
    assertThat(paper.popularity()).isEqualTo(new Popularity(3, 9));
    assertThat(paper.edition()).isEqualTo(1);
    assertThat(paper.mentions()).isEqualTo(new Paper.Mentions("a", "b"));
  }

  @Test
  void the_same_arxiv_id_is_the_same_paper_under_another_title() {
    archive.record(dump("a", "2025-12-05"), List.of(listing("2512.00001", "Draft", "x")), false);
    archive.record(dump("b", "2025-12-06"), List.of(listing("2512.00001", "Final", "x")), false);
    assertThat(only().title()).isEqualTo("Draft");
  }

  @Test
  void two_arxiv_ids_are_two_papers_whatever_their_titles() {
    archive.record(
        dump("a", "2025-12-05"),
        List.of(
            listing("2512.00001", "Technical Report", "x"),
            listing("2512.00002", "Technical Report", "y")),
        false);
    assertThat(archive.papersSince(LONG_AGO))
        .extracting(Paper::key)
        .containsExactly("2512.00001", "2512.00002");
  }

  @Test
  void a_paper_listed_twice_in_one_dump_is_one_paper() {
    Recorded recorded =
        archive.record(
            dump("a", "2025-12-05"),
            List.of(listing(null, "Same", "x", 1, 0), listing("2512.00001", "Same", "x", 5, 2)),
            false);
    assertThat(recorded.added()).isEqualTo(1);
    assertThat(recorded.listings()).isEqualTo(2);
    assertThat(only().key()).isEqualTo("2512.00001");
    assertThat(only().popularity()).isEqualTo(new Popularity(5, 2));
  }

  @Test
  void a_dump_comes_in_whole_or_not_at_all() {
    archive.record(dump("a", "2025-12-05"), List.of(listing(null, "One", "x")), false);
    assertThatThrownBy(
            () ->
                archive.record(dump("a", "2025-12-05"), List.of(listing(null, "Two", "y")), false))
        .isInstanceOf(RuntimeException.class);
    assertThat(archive.knows("hash of a")).isTrue();
    assertThat(archive.knows("hash of b")).isFalse();
    assertThat(archive.newestEdition()).isEqualTo(1);
    assertThat(only().title()).isEqualTo("One");
  }

  @Test
  void all_fields_come_back_as_they_went_in() {
    PaperDetails details =
        new PaperDetails(
            "hep-ex/0307015",
            "Überraschung 🎉 \"quoted\"",
            "x<y & z",
            new Authors(List.of("Ünal Ö."), 12),
            new Organization("nvidia", "NVIDIA"),
            LocalDate.of(2003, 7, 1),
            new Links(
                URI.create("https://example.org/p"),
                URI.create("https://example.org/r"),
                URI.create("https://example.org/j")));
    archive.record(
        dump("a", "2025-12-05"), List.of(new Listing(details, new Popularity(7, 8))), true);
    Paper paper = only();
    assertThat(paper.details()).isEqualTo(details);
    assertThat(archive.papersWith(List.of("hep-ex/0307015", "nope"))).containsExactly(paper);
    assertThat(archive.editionsAfter(0).get(0).archiveOnly()).isTrue();
  }

  @Test
  void a_thousand_and_more_papers_in_one_dump_are_found_again() {
    List<Listing> many =
        java.util.stream.IntStream.range(0, 2500)
            .mapToObj(i -> listing("2512.%05d".formatted(i), "Paper " + i, "x"))
            .toList();
    assertThat(archive.record(dump("a", "2025-12-05"), many, false).added()).isEqualTo(2500);
    assertThat(archive.record(dump("b", "2025-12-06"), many, false).known()).isEqualTo(2500);
  }

  @Test
  void who_joins_now_starts_before_the_newest_day() {
    archive.record(dump("a", "2025-12-03"), List.of(listing(null, "One", "x")), false);
    archive.record(dump("b", "2025-12-04"), List.of(listing(null, "Two", "x")), false);
    archive.record(dump("c", "2025-12-04"), List.of(listing(null, "Three", "x")), false);
    archive.record(dump("d", "2020-01-01"), List.of(listing(null, "Old", "x")), true);
    assertThat(archive.startingEdition(LocalDate.of(2025, 11, 28))).isEqualTo(1);
    assertThat(archive.startingEdition(LocalDate.of(2025, 12, 30))).isEqualTo(4);
  }

  private Paper only() {
    List<Paper> papers = archive.papersSince(LONG_AGO);
    assertThat(papers).hasSize(1);
    return papers.get(0);
  }
}
