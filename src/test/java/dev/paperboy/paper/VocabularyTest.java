package dev.paperboy.paper;

import static dev.paperboy.paper.Listings.dump;
import static dev.paperboy.paper.Listings.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class VocabularyTest {

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
  private static final String RL = "We do reinforcement learning (RL) with robots.";

  private final TestDatabase database;

  private Store store;
  private PaperArchive archive;

  VocabularyTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    archive = archive();
  }

  @Test
  void an_empty_archive_teaches_nothing() {
    assertSame(archive.vocabulary(), Vocabulary.EMPTY);
    assertThat(archive.vocabulary().papers()).isZero();
  }

  @Test
  void papers_teach_stems_and_abbreviations_each_paper_once() {
    record("a", listing(null, "Robot policies", RL), listing(null, "Robots (RL)", RL + RL));
    record("b", listing(null, "Robot policies", RL), listing(null, "On cats", "No machine."));

    Vocabulary vocabulary = archive.vocabulary();

    assertThat(vocabulary.papers()).isEqualTo(3);
    assertThat(vocabulary.papersWith("robot")).isEqualTo(2);
    assertThat(vocabulary.papersWith("policy")).isEqualTo(1);
    assertThat(vocabulary.papersWith("dog")).isZero();
    assertThat(vocabulary.abbreviations().all())
        .containsExactly(new Abbreviation("RL", "reinforcement learning", 2));
  }

  @Test
  void asking_twice_counts_nothing_twice() {
    record("a", listing(null, "One", RL), listing(null, "Two", RL));
    Vocabulary first = archive.vocabulary();
    assertThat(archive.vocabulary().papersByStem()).isEqualTo(first.papersByStem());
    record("b", listing(null, "Three", RL));
    assertThat(archive.vocabulary().abbreviations().all())
        .containsExactly(new Abbreviation("RL", "reinforcement learning", 3));
  }

  @Test
  void a_paper_is_learned_when_its_abstract_comes() {
    record("a", listing(null, "One", ""));
    assertThat(archive.vocabulary().papers()).isZero();
    record("b", listing("2512.00001", "One", RL));
    record("c", listing("2512.00001", "One", RL));
    assertThat(archive.vocabulary().papers()).isEqualTo(1);
    assertThat(archive.vocabulary().papersWith("one")).isEqualTo(1);
    assertThat(archive.vocabulary().papersWith("robot")).isEqualTo(1);
  }

  @Test
  void what_is_stored_is_what_the_same_papers_teach_without_a_store() {
    record(
        "a",
        IntStream.range(0, 1_203)
            .mapToObj(i -> listing(null, "Paper " + i, RL + " Number " + i % 7))
            .toArray(Listing[]::new));
    record("b", listing(null, "Über große Modelle", "Größe zählt: 大模型 (大) Übermodelle."));

    assertSame(archive.vocabulary(), Vocabulary.of(archive.papersSince(LONG_AGO)));
  }

  @Test
  void a_word_longer_than_any_word_is_no_obstacle() {
    record(
        "a", listing(null, "One", "x".repeat(5_000) + " robots and (" + "Y".repeat(3_000) + ")"));
    assertThat(archive.vocabulary().papersWith("robot")).isEqualTo(1);
  }

  @Test
  void several_at_once_count_every_paper_once() throws Exception {
    List<Callable<Vocabulary>> everybody = new ArrayList<>();
    for (int worker = 0; worker < 3; worker++) {
      PaperArchive own = archive();
      int number = worker;
      everybody.add(
          () -> {
            for (int day = 0; day < 5; day++) {
              own.record(dump(number + "-" + day, "2025-12-05"), shared(number, day), false);
              own.vocabulary();
            }
            return own.vocabulary();
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(everybody.size());
    try {
      for (Future<Vocabulary> done : pool.invokeAll(everybody)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    Vocabulary vocabulary = archive.vocabulary();
    assertThat(vocabulary.papers()).isEqualTo(5 + 3 * 5);
    assertSame(vocabulary, Vocabulary.of(archive.papersSince(LONG_AGO)));
  }

  /** A paper that all workers list, and one of their own, in another order for each worker. */
  private static List<Listing> shared(int worker, int day) {
    List<Listing> listings = new ArrayList<>();
    listings.add(listing(null, "Shared " + day, RL + " zebra apple"));
    listings.add(listing(null, "Own " + worker + " " + day, "apple " + RL + " zebra"));
    for (int i = 0; i < day; i++) {
      listings.add(worker % 2 == 0 ? 0 : listings.size(), listing(null, "Shared " + i, RL));
    }
    return listings;
  }

  private static void assertSame(Vocabulary one, Vocabulary other) {
    assertThat(one.papers()).isEqualTo(other.papers());
    assertThat(one.papersByStem()).isEqualTo(other.papersByStem());
    assertThat(one.abbreviations().all()).isEqualTo(other.abbreviations().all());
  }

  private PaperArchive archive() {
    return new PaperArchive(store, new TestClock("2025-12-05T06:00:00Z"));
  }

  private void record(String name, Listing... listings) {
    archive.record(dump(name, "2025-12-05"), List.of(listings), false);
  }
}
