package dev.paperboy.paper;

import static dev.paperboy.paper.Listings.dump;
import static dev.paperboy.paper.Listings.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Catalogue.EditionLine;
import dev.paperboy.paper.Catalogue.Mention;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

  @ParameterizedTest
  @EnumSource
  void editions_come_newest_first_in_pages_with_their_leading_paper(TestDatabase database) {
    Store store = database.emptied();
    PaperArchive archive = new PaperArchive(store, Clock.systemUTC());
    Catalogue catalogue = new Catalogue(store);
    for (int day = 1; day <= 5; day++) {
      archive.record(
          dump("d" + day, "2026-03-0" + day),
          List.of(listing(null, "Quiet " + day, "", 1, 0), listing(null, "Loud " + day, "", 9, 0)),
          day == 1);
    }

    List<EditionLine> page = catalogue.editionsBefore(Integer.MAX_VALUE, 2);
    List<EditionLine> next = catalogue.editionsBefore(4, 10);

    assertThat(page).extracting(line -> line.edition().number()).containsExactly(5, 4);
    assertThat(page).extracting(EditionLine::lead).containsExactly("Loud 5", "Loud 4");
    assertThat(page.get(0).edition().papers()).isEqualTo(2);
    assertThat(next).extracting(line -> line.edition().number()).containsExactly(3, 2, 1);
    assertThat(next.get(2).edition().archiveOnly()).isTrue();
    assertThat(catalogue.editions()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void an_edition_knows_its_neighbours(TestDatabase database) {
    Store store = database.emptied();
    PaperArchive archive = new PaperArchive(store, Clock.systemUTC());
    Catalogue catalogue = new Catalogue(store);
    archive.record(dump("a", "2026-03-01"), List.of(listing(null, "One", "")), false);
    archive.record(dump("b", "2026-03-02"), List.of(listing(null, "Two", "")), false);

    assertThat(catalogue.edition(1).orElseThrow().previous()).isNull();
    assertThat(catalogue.edition(1).orElseThrow().next()).isEqualTo(2);
    assertThat(catalogue.edition(2).orElseThrow().previous()).isEqualTo(1);
    assertThat(catalogue.edition(2).orElseThrow().next()).isNull();
    assertThat(catalogue.edition(3)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_paper_is_found_by_key_arxiv_id_and_number_with_its_listings(TestDatabase database) {
    Store store = database.emptied();
    PaperArchive archive = new PaperArchive(store, Clock.systemUTC());
    Catalogue catalogue = new Catalogue(store);
    archive.record(dump("a", "2026-03-01"), List.of(listing(null, "One", "", 3, 1)), false);
    archive.record(
        dump("b", "2026-03-03"),
        List.of(listing(null, "Two", ""), listing("hep-ex/0307015", "One", "", 8, 2)),
        false);

    NumberedPaper paper = catalogue.paper("hep-ex/0307015").orElseThrow();

    assertThat(paper.paper().key()).startsWith("t-");
    assertThat(catalogue.paper(paper.paper().key())).contains(paper);
    assertThat(catalogue.paper(Long.toString(paper.id()))).contains(paper);
    assertThat(catalogue.mentions(paper.id()))
        .containsExactly(
            new Mention(LocalDate.parse("2026-03-01"), 1, new Popularity(3, 1)),
            new Mention(LocalDate.parse("2026-03-03"), 2, new Popularity(8, 2)));
    for (String strange : List.of("", "0", "-1", "x".repeat(5000), "' or 1=1", "9".repeat(30))) {
      assertThat(catalogue.paper(strange)).as(strange).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_changed_after_a_mark_is_what_later_dumps_listed(TestDatabase database) {
    Store store = database.emptied();
    PaperArchive archive = new PaperArchive(store, Clock.systemUTC());
    Catalogue catalogue = new Catalogue(store);
    assertThat(catalogue.mark()).isEqualTo(ArchiveMark.EMPTY);
    archive.record(
        dump("a", "2026-03-01"),
        List.of(listing(null, "One", ""), listing(null, "Two", "")),
        false);
    ArchiveMark mark = catalogue.mark();
    archive.record(
        dump("b", "2026-03-02"),
        List.of(listing(null, "Two", ""), listing(null, "Three", "")),
        false);

    List<String> changed = new ArrayList<>();
    catalogue.changedAfter(mark, each -> changed.add(each.paper().title()));

    assertThat(changed).containsExactly("Two", "Three");
    assertThat(catalogue.passed(mark)).isTrue();
    assertThat(catalogue.passed(new ArchiveMark(mark.dump(), "another"))).isFalse();
    assertThat(catalogue.passed(ArchiveMark.EMPTY)).isTrue();
    List<Long> ids = List.of(3L, 99L, 1L);
    assertThat(catalogue.papers(ids)).extracting(NumberedPaper::id).containsExactly(3L, 1L);
  }
}
