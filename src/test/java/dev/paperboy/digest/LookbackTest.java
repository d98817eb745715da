package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.match.Advice;
import dev.paperboy.match.Advice.Verdict;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.DumpEntry;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookbackTest {

  private static final String[] WORDS =
      ("robot grasp vision language model agent planning diffusion policy reward token memory graph"
              + " protein weather translation speech retrieval kernel attention")
          .split(" ");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  private final InterestsParser parser = new InterestsParser(DigestWishes.DEFAULT);
  private Store store;
  private PaperArchive archive;
  private volatile int readings;

  @BeforeEach
  void open() {
    store = TestDatabase.H2.open();
    archive = new PaperArchive(store, Clock.systemUTC());
    store
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                readings += context.getRenderedSql().contains("p.edition in (") ? 1 : 0;
              }
            });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void thousands_of_papers_are_read_and_analysed_once_however_many_try_at_once() throws Exception {
    dump(0, papers(3000));
    Lookback lookback = new Lookback(archive, 14);
    ExecutorService readers = Executors.newFixedThreadPool(4);
    try {
      List<Future<Advice>> tries =
          readers.invokeAll(
              IntStream.range(0, 40)
                  .<Callable<Advice>>mapToObj(
                      i -> () -> lookback.advice(interests(WORDS[i % WORDS.length])))
                  .toList());
      for (Future<Advice> tried : tries) {
        assertThat(tried.get().papers()).isEqualTo(3000);
        assertThat(tried.get().findings().get(0).found()).isNotEmpty();
      }
    } finally {
      readers.shutdownNow();
    }
    assertThat(readings).isEqualTo(1);
  }

  @Test
  void a_new_edition_is_seen_at_once() {
    dump(0, listing("A robot"));
    Lookback lookback = new Lookback(archive, 14);
    assertThat(lookback.advice(interests("robot")).findings().get(0).found()).hasSize(1);

    dump(1, listing("Another robot"));

    Advice advice = lookback.advice(interests("robot"));
    assertThat(advice.findings().get(0).found()).hasSize(2);
    assertThat(advice.days()).isEqualTo(2);
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void it_says_the_same_as_the_past_that_is_looked_at_once() {
    dump(-20, listing("Too old a robot"));
    dump(0, papers(400));
    dump(1, papers(401));
    dump(1, papers(5));
    Interests interests = interests("robot, grasp planning, nothing at all");
    archive.vocabulary();

    Advice past = Past.of(archive, 14).advice(interests);
    Advice again = new Lookback(archive, 14).advice(interests);

    assertThat(again.days()).isEqualTo(past.days()).isEqualTo(2);
    assertThat(again.papers()).isEqualTo(past.papers()).isEqualTo(806);
    for (int i = 0; i < 3; i++) {
      assertThat(again.findings().get(i))
          .usingRecursiveComparison()
          .ignoringFields("found")
          .isEqualTo(past.findings().get(i));
      assertThat(again.findings().get(i).found().stream().map(m -> m.paper().key()))
          .containsExactlyInAnyOrderElementsOf(
              past.findings().get(i).found().stream().map(m -> m.paper().key()).toList());
    }
  }

  @Test
  void it_can_be_asked_within_a_transaction_that_writes_while_words_wait_to_be_learned() {
    dump(0, listing("A robot"));

    Advice advice =
        store
            .jdbi()
            .inTransaction(
                db -> {
                  db.execute("update edition set archive_only = true");
                  return new Lookback(archive, 14).advice(interests("robots"));
                });

    assertThat(advice.findings().get(0).found()).hasSize(1);
  }

  @Test
  void an_archive_without_papers_finds_nothing_to_look_at() {
    Advice advice = new Lookback(archive, 14).advice(interests("robot"));

    assertThat(advice.papers()).isZero();
    assertThat(advice.findings().get(0).verdict()).isEqualTo(Verdict.TOO_NARROW);
  }

  private Interests interests(String list) {
    return parser.parse("interests: [" + list + "]").interests().orElseThrow();
  }

  private void dump(int day, Listing... listings) {
    String hash = UUID.randomUUID().toString();
    archive.record(
        new DumpEntry(hash, hash, "text", DAY.plusDays(day), "file name"), List.of(listings), true);
  }

  private static Listing[] papers(int number) {
    Random random = new Random(number);
    return IntStream.range(0, number)
        .mapToObj(i -> listing(words(random, 6) + " " + number + " " + i))
        .toArray(Listing[]::new);
  }

  private static String words(Random random, int number) {
    return String.join(
        " ",
        IntStream.range(0, number).mapToObj(i -> WORDS[random.nextInt(WORDS.length)]).toList());
  }

  private static Listing listing(String title) {
    return new Listing(
        new PaperDetails(
            null,
            title,
            "An abstract on " + title + ".",
            Authors.UNKNOWN,
            null,
            null,
            new Links(null, null, null)),
        Popularity.NONE);
  }
}
