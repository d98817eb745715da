package dev.paperboy.paper;

import static dev.paperboy.paper.Listings.dump;
import static dev.paperboy.paper.Listings.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One work under two titles: docs/decisions/0006-same-work.md. */
@ParameterizedClass
@EnumSource
class SameAbstractTest {

  private static final String TEXT =
      "We grow tomatoes on a roof in the middle of a city and measure how much water they need when"
          + " it is hot. A bucket with two holes turns out to be enough for a week of sun.";

  private final TestDatabase database;

  private Store store;
  private PaperArchive archive;
  private int dumps;

  SameAbstractTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    archive = new PaperArchive(store, new TestClock("2025-12-05T06:00:00Z"));
  }

  @Test
  void a_new_title_does_not_make_a_paper_new_again() {
    record(listing("2512.00001", "Tomatoes on Roofs", TEXT));
    Recorded again = record(listing(null, "Roof Gardening", TEXT.replace(". ", ".  ")));
    assertThat(again.added()).isZero();
    assertThat(again.known()).isEqualTo(1);
    assertThat(titles()).containsExactly("Tomatoes on Roofs");
  }

  @Test
  void an_arxiv_id_that_comes_with_the_new_title_is_learned() {
    record(listing(null, "Tomatoes on Roofs", TEXT));
    assertThat(record(listing("2512.00001", "Roof Gardening", TEXT)).added()).isZero();
    assertThat(record(listing("2512.00001", "Third Title", "")).added()).isZero();
  }

  @Test
  void an_abstract_that_came_later_counts_too() {
    record(listing(null, "Tomatoes on Roofs", ""));
    record(listing(null, "Tomatoes on Roofs", TEXT));
    assertThat(record(listing(null, "Roof Gardening", TEXT)).added()).isZero();
  }

  @Test
  void two_arxiv_ids_are_two_papers_whatever_their_abstracts() {
    record(listing("2512.00001", "Tomatoes on Roofs", TEXT));
    assertThat(record(listing("2512.00002", "Roof Gardening", TEXT)).added()).isEqualTo(1);
  }

  @Test
  void short_abstracts_tell_nothing() {
    record(listing(null, "Tomatoes on Roofs", "Coming soon."), listing(null, "Empty", ""));
    assertThat(record(listing(null, "Roof Gardening", "Coming soon.")).added()).isEqualTo(1);
    assertThat(record(listing(null, "Emptier", "")).added()).isEqualTo(1);
  }

  @Test
  void an_abstract_that_a_dump_repeats_tells_nothing() {
    record(listing(null, "Tomatoes on Roofs", TEXT));
    assertThat(record(listing(null, "Second", TEXT), listing(null, "Third", TEXT)).added())
        .isEqualTo(2);
    assertThat(record(listing(null, "Fourth", TEXT)).added()).isEqualTo(1);
  }

  @Test
  void papers_from_before_are_recognised() {
    record(listing("2512.00001", "Tomatoes on Roofs", TEXT));
    store.jdbi().useHandle(db -> db.execute("update paper set abstract_hash = null"));
    assertThat(record(listing(null, "Roof Gardening", TEXT)).added()).isZero();
  }

  private Recorded record(Listing... listings) {
    dumps++;
    return archive.record(dump("dump " + dumps, "2025-12-05"), List.of(listings), false);
  }

  private List<String> titles() {
    return archive.papersSince(LocalDate.of(1900, 1, 1)).stream().map(Paper::title).toList();
  }
}
