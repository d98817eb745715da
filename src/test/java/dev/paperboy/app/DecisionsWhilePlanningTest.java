package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.InterruptedClock;
import dev.paperboy.TestClock;
import dev.paperboy.digest.RunSummary;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reader decides something while a planning run is under way, at each moment between its steps:
 * the decision stands, whatever the run has read before.
 */
@ParameterizedClass
@EnumSource
class DecisionsWhilePlanningTest {

  private static final String STARS = "{interests: [star], digest: {trending: 0}}";

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");

  @TempDir Path folder;
  private Newspaper paper;

  DecisionsWhilePlanningTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    paper = new Newspaper(folder, clock, database);
    paper.takeIn("Soft Hands");
  }

  @AfterEach
  void close() {
    paper.close();
  }

  @Test
  void who_unsubscribes_stays_so_and_gets_nothing() {
    staysAndGetsNothing(State.UNSUBSCRIBED, ada -> paper.leave());
  }

  @Test
  void who_complains_stays_so_and_gets_nothing() {
    staysAndGetsNothing(State.SUPPRESSED, ada -> paper.registrar().suppress(ada, "complained"));
  }

  @Test
  void who_pauses_stays_so_and_gets_nothing() {
    staysAndGetsNothing(State.PAUSED, ada -> paper.registrar().pause(ada, null));
  }

  @Test
  void who_pauses_until_a_day_stays_so_and_gets_nothing() {
    LocalDate day = LocalDate.of(2025, 12, 24);
    staysAndGetsNothing(
        State.PAUSED,
        ada -> paper.registrar().pause(ada, day),
        () -> assertThat(paper.ada().standing().pausedUntil()).isEqualTo(day));
  }

  @Test
  void who_pauses_in_the_interests_gets_nothing() {
    String pausing = "{interests: [robot], pause_until: 2025-12-24}";
    atEachMoment(
        ada -> {},
        ada -> paper.registrar().changeInterests(ada, pausing),
        run -> {
          paper.plan();
          paper.deliver();
          assertThat(paper.mails()).isEmpty();
        });
  }

  @Test
  void who_is_erased_is_gone_and_no_error_is_counted() {
    for (Consumer<Subscriber> before : states()) {
      atEachMoment(
          before,
          ada -> paper.registrar().erase(ada),
          run -> {
            assertThat(run.skipped()).doesNotContainKey("error, see the log");
            assertThat(paper.application().readership().subscribers().all()).isEmpty();
          });
    }
    assertThat(paper.mails()).isEmpty();
  }

  @Test
  void who_leaves_counts_as_left_and_not_as_planned_by_another_process() {
    List<RunSummary> missed = new ArrayList<>();
    atEachMoment(
        ada -> {},
        ada -> paper.leave(),
        run -> {
          if (run.due() == 1 && run.queued() == 0) {
            missed.add(run);
          }
        });
    assertThat(missed)
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.skipped()).containsOnlyKeys("left while it was planned"));
  }

  @Test
  void a_change_of_hour_is_not_overwritten() {
    atEachMoment(
        ada -> {},
        ada -> paper.hour("18:00"),
        run -> {
          paper.plan();
          assertThat(next()).isEqualTo(today("T18:00:00Z"));
          getsOneMail();
        });
  }

  @Test
  void a_change_of_day_is_not_overwritten() {
    String sundays = "{interests: [robot], digest: {trending: 0, every: week, on: sunday}}";
    atEachMoment(
        ada -> {},
        ada -> paper.registrar().changeInterests(ada, sundays),
        run -> {
          paper.plan();
          assertThat(next().atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
          getsOneMail();
        });
  }

  @Test
  void a_change_of_time_zone_is_not_overwritten() {
    String tokyo = "{interests: [robot], digest: {trending: 0, timezone: Asia/Tokyo}}";
    atEachMoment(
        ada -> {},
        ada -> paper.registrar().changeInterests(ada, tokyo),
        run -> {
          paper.plan();
          assertThat(next()).isEqualTo(today("T22:30:00Z"));
          getsOneMail();
        });
  }

  @Test
  void a_change_of_topics_counts_for_the_whole_mail_or_not_at_all() {
    List<Integer> planned = new ArrayList<>();
    atEachMoment(
        ada -> {},
        ada -> paper.registrar().changeInterests(ada, STARS),
        run -> {
          assertThat(paper.plan().queued()).isZero();
          assertThat(paper.deliver().sent()).isEqualTo(run.queued());
          planned.add(run.queued());
        });
    assertThat(planned).contains(1, 0);
  }

  @Test
  void who_resumes_gets_the_mail_now_or_at_the_next_hour() {
    atEachMoment(
        ada -> paper.registrar().pause(ada, null),
        ada -> paper.registrar().resume(ada),
        run -> {
          paper.plan();
          assertThat(paper.ada().active()).isTrue();
          paper.advance(Duration.ofDays(1));
          paper.plan();
          getsOneMail();
        });
  }

  @Test
  void who_leaves_and_comes_back_gets_the_mail_at_the_next_hour() {
    atEachMoment(
        ada -> {},
        ada -> {
          paper.leave();
          paper.comeBack();
        },
        run -> {
          assertThat(paper.plan().queued()).isZero();
          assertThat(paper.deliver().sent()).isZero();
          paper.advance(Duration.ofDays(1));
          paper.plan();
          getsOneMail();
        });
  }

  @Test
  void a_run_of_the_operator_reads_whoever_changed_once_more_and_misses_nobody() {
    for (int look = 0; look < 4; look++) {
      subscribeAnew();
      InterruptedClock interrupted = new InterruptedClock(clock, look, () -> paper.hour("18:00"));
      assertThat(paper.planner(interrupted).planAll().queued()).as("look %d", look).isEqualTo(1);
    }
  }

  private void staysAndGetsNothing(State state, Consumer<Subscriber> decision) {
    staysAndGetsNothing(state, decision, () -> {});
  }

  private void staysAndGetsNothing(
      State state, Consumer<Subscriber> decision, Runnable furtherCheck) {
    for (Consumer<Subscriber> before : states()) {
      atEachMoment(
          before,
          decision,
          run -> {
            paper.plan();
            paper.deliver();
            assertThat(paper.ada().standing().state()).isEqualTo(state);
            assertThat(paper.mails()).isEmpty();
            furtherCheck.run();
          });
    }
  }

  /** An active reader, and one whose pause has ended when the run comes. */
  private List<Consumer<Subscriber>> states() {
    return List.of(ada -> {}, ada -> paper.registrar().pause(ada, LocalDate.of(2025, 12, 6)));
  }

  private void getsOneMail() {
    assertThat(paper.deliver().sent()).isEqualTo(1);
    assertThat(paper.deliver().handled()).isZero();
  }

  /**
   * As often as a run looks at the clock: a new reader whose hour has come, a run during which the
   * decision falls at that look, and the check of what came of it.
   */
  private void atEachMoment(
      Consumer<Subscriber> before, Consumer<Subscriber> decision, Consumer<RunSummary> check) {
    boolean[] decided = {true};
    for (int look = 0; decided[0]; look++) {
      Subscriber ada = subscribeAnew();
      before.accept(ada);
      clock.advance(Duration.ofDays(1));
      clock.moveTo(today("T08:00:00Z").toString());
      decided[0] = false;
      InterruptedClock interrupted =
          new InterruptedClock(
              clock,
              look,
              () -> {
                decided[0] = true;
                decision.accept(ada);
              });
      RunSummary summary = paper.planner(interrupted).planDue();
      if (decided[0]) {
        assertThat(summary).as("look %d", look).satisfies(check);
      }
    }
  }

  private Subscriber subscribeAnew() {
    paper.application().readership().subscribers().all().forEach(paper.registrar()::erase);
    return paper.subscribe(Newspaper.ROBOTS);
  }

  private Instant next() {
    return paper.ada().progress().nextDigestAt();
  }

  private Instant today(String time) {
    return Instant.parse(clock.instant().toString().substring(0, 10) + time);
  }
}
