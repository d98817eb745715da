package dev.paperboy.app;

import static dev.paperboy.app.Dumps.capture;
import static dev.paperboy.app.TestApplication.QUICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.TestClock;
import dev.paperboy.dump.IngestResult.LeftAlone;
import dev.paperboy.dump.IngestResult.NotMoved;
import dev.paperboy.dump.IngestResult.Refused;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.template.BrokenTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily job on the embedded database and the local mailbox, from dump to inbox. */
class DailyJobTest {

  private static final String GRASPS = "Grasping Things With Soft Fingers";
  private static final String GRASPS_TEXT =
      "We teach a robot hand to grasp soft things without breaking them, and measure how often it does.";
  private static final String FORGETS = "Unlearning on Request";
  private static final String FORGETS_TEXT =
      "Machine unlearning removes what a model knows about one person, and nothing else.";

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private TestApplication paperboy;

  @BeforeEach
  void open() {
    paperboy = new TestApplication(folder, clock, QUICK);
  }

  @AfterEach
  void close() {
    paperboy.close();
  }

  @Test
  void each_reader_gets_the_papers_they_look_for_and_no_other() {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.subscribe("ben@example.org", "interests: [machine unlearning]");
    paperboy.subscribe("cleo@example.org", "interests: [astronomy]");
    paperboy.drop("monday.txt", capture("Dec 5", GRASPS, GRASPS_TEXT, FORGETS, FORGETS_TEXT));

    DailyJob.Report report = paperboy.run();

    assertThat(report.planned().queued()).isEqualTo(2);
    assertThat(report.planned().skipped()).isEqualTo(Map.of("no paper met the interests", 1));
    assertThat(report.planned().due()).isEqualTo(3);
    assertThat(report.delivered().sent()).isEqualTo(2);
    assertThat(paperboy.mails()).hasSize(2);
    assertThat(paperboy.mails().get(0)).contains("To: ada@example.org").contains(GRASPS);
    assertThat(paperboy.mails().get(1)).contains("To: ben@example.org").contains(FORGETS);
    assertThat(paperboy.mails().get(0))
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  }

  @Test
  void running_again_sends_nothing_and_the_next_dump_only_its_new_papers() {
    paperboy.subscribe(
        "ada@example.org", "{interests: [robot, unlearning], digest: {trending: 0}}");
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
    assertThat(paperboy.run().delivered().sent()).isZero();
    assertThat(paperboy.run().planned().skipped()).isEqualTo(Map.of("no new edition", 1));

    clock.advance(Duration.ofDays(1));
    paperboy.drop("two.txt", capture("Dec 6", GRASPS, GRASPS_TEXT, FORGETS, FORGETS_TEXT));
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
    assertThat(paperboy.mails()).hasSize(2);
    assertThat(paperboy.mails().get(1)).contains(FORGETS).doesNotContain(GRASPS);
  }

  @Test
  void the_same_content_under_another_name_is_recognised() {
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    paperboy.run();
    paperboy.drop("copy.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    assertThat(paperboy.run().ingested())
        .singleElement()
        .satisfies(result -> assertThat(result.sentence()).contains("seen before"));
    assertThat(folder.resolve("dumps/archive/2025-12-05/copy.txt")).exists();
  }

  @Test
  void old_dumps_go_to_the_archive_and_are_never_mailed() {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.drop("2025-11-20.txt", capture("Nov 20", GRASPS, GRASPS_TEXT));
    assertThat(paperboy.run().planned().skipped()).isEqualTo(Map.of("no new edition", 1));
    assertThat(paperboy.mails()).isEmpty();
    assertThat(paperboy.application().archive().newestEdition()).isEqualTo(1);
  }

  @Test
  void a_bad_dump_is_set_aside_with_its_reason_and_stops_no_other() throws IOException {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.drop("a-login.json", "<!doctype html><title>Log in</title>");
    paperboy.drop("b-binary.txt", "PK\u0003\u0004\u0000\u0000\u0000");
    paperboy.drop("c-good.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));

    DailyJob.Report report = paperboy.run();

    assertThat(report.ingested()).filteredOn(Refused.class::isInstance).hasSize(2);
    assertThat(report.delivered().sent()).isEqualTo(1);
    assertThat(folder.resolve("dumps/refused/a-login.json")).exists();
    assertThat(Files.readString(folder.resolve("dumps/refused/a-login.json.why"))).contains("HTML");
    assertThat(folder.resolve("dumps/archive/2025-12-05/c-good.txt")).exists();
  }

  @Test
  void a_half_written_dump_is_left_alone_until_it_is_whole() {
    String whole =
        "[{\"paper\": {\"id\": \"2512.00001\", \"title\": \"Robots\", \"summary\": \"A robot.\"}}]";
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.drop("2025-12-05.json", whole.substring(0, 60));
    assertThat(paperboy.run().ingested()).singleElement().isInstanceOf(LeftAlone.class);

    paperboy.drop("2025-12-05.json", whole);
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
  }

  @Test
  void a_dump_that_stays_half_written_is_set_aside_in_the_end() {
    paperboy.drop("2025-12-05.json", "[{\"paper\": {\"id\": \"2512.0");
    assertThat(paperboy.run().ingested()).singleElement().isInstanceOf(LeftAlone.class);
    clock.advance(Duration.ofMinutes(11));
    assertThat(paperboy.run().ingested()).singleElement().isInstanceOf(Refused.class);
  }

  @Test
  void a_dump_that_cannot_be_moved_stays_and_is_taken_in_once() throws IOException {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    Path file = paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    // A file where the folder should be: as a full disk or a read-only folder would, it stops the
    // move.
    Path inTheWay = folder.resolve("dumps/archive/2025-12-05");
    Files.createDirectories(inTheWay.getParent());
    Files.writeString(inTheWay, "in the way");

    DailyJob.Report report = paperboy.run();

    assertThat(report.ingested()).singleElement().isInstanceOf(NotMoved.class);
    assertThat(file).exists();
    assertThat(report.delivered().sent()).isEqualTo(1);
    Files.delete(inTheWay);
    assertThat(paperboy.run().delivered().sent()).isZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void a_dump_of_a_day_to_come_is_refused() {
    paperboy.drop("2099-01-01.txt", capture("Jan 1, 2099", GRASPS, GRASPS_TEXT));
    assertThat(paperboy.run().ingested())
        .singleElement()
        .satisfies(result -> assertThat(result.sentence()).contains("still to come"));
  }

  @Test
  void a_broken_template_mails_nobody_and_nothing_is_lost() throws IOException {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    Path template = folder.resolve("templates/digest.txt.ftl");
    Files.createDirectories(template.getParent());
    Files.writeString(template, "Hello\n${no.such.thing}\n");
    paperboy.close();
    paperboy = new TestApplication(folder, clock, QUICK);

    assertThatThrownBy(() -> paperboy.run())
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining("digest.txt.ftl")
        .hasMessageContaining("line 2");
    assertThat(paperboy.mails()).isEmpty();

    Files.delete(template);
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
  }

  @Test
  void a_quiet_day_is_skipped_filled_with_trending_or_kept_as_the_reader_wishes() {
    paperboy.subscribe("skip@example.org", "{interests: [astronomy], digest: {quiet_day: skip}}");
    paperboy.subscribe(
        "trend@example.org", "{interests: [astronomy], digest: {quiet_day: trending}}");
    paperboy.subscribe("roll@example.org", "{interests: [astronomy], digest: {quiet_day: roll}}");
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));

    paperboy.run();

    assertThat(paperboy.mails()).singleElement().asString().contains("To: trend@example.org");
    assertThat(paperboy.subscriber("skip@example.org").progress().lastEdition()).isEqualTo(1);
    assertThat(paperboy.subscriber("roll@example.org").progress().lastEdition()).isZero();
  }

  @Test
  void a_muted_paper_is_shown_nowhere() {
    paperboy.subscribe("ada@example.org", "{interests: [robot, unlearning], mute: [soft fingers]}");
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT, FORGETS, FORGETS_TEXT));
    paperboy.run();
    assertThat(paperboy.mails())
        .singleElement()
        .asString()
        .contains(FORGETS)
        .doesNotContain(GRASPS);
  }

  @Test
  void who_is_paused_gets_nothing_and_misses_nothing() {
    paperboy.subscribe("ada@example.org", "interests: [robot, unlearning]");
    var registrar = paperboy.application().readership().registrar();
    registrar.pause(paperboy.subscriber("ada@example.org"), java.time.LocalDate.of(2025, 12, 6));
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    assertThat(paperboy.run().planned().skipped()).isEqualTo(Map.of("paused", 1));

    clock.advance(Duration.ofDays(1));
    paperboy.drop("two.txt", capture("Dec 6", FORGETS, FORGETS_TEXT));
    paperboy.run();
    assertThat(paperboy.mails()).singleElement().asString().contains(GRASPS).contains(FORGETS);
    assertThat(paperboy.subscriber("ada@example.org").active()).isTrue();
  }

  @Test
  void who_left_after_planning_gets_nothing() {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    paperboy.application().ingester().takeInFolder(result -> {});
    paperboy.application().planner().planAll();
    paperboy
        .application()
        .readership()
        .registrar()
        .unsubscribe(paperboy.subscriber("ada@example.org"), "test");
    assertThat(paperboy.application().outbox().counts()).containsEntry(State.CANCELLED, 1);
    assertThat(paperboy.run().delivered().handled()).isZero();
    assertThat(paperboy.mails()).isEmpty();
  }

  @Test
  void a_reader_who_joins_late_still_gets_the_newest_day() {
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    paperboy.run();
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    assertThat(paperboy.run().delivered().sent()).isEqualTo(1);
  }

  @Test
  void a_weekly_reader_gets_one_mail_on_their_day_with_all_editions_since() {
    paperboy.subscribe(
        "ada@example.org", "{interests: [robot, unlearning], digest: {every: week, on: monday}}");
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    assertThat(paperboy.run().planned().skipped()).isEqualTo(Map.of("not their day", 1));
    clock.moveTo("2025-12-08T06:00:00Z");
    paperboy.drop("two.txt", capture("Dec 8", FORGETS, FORGETS_TEXT));
    paperboy.run();
    assertThat(paperboy.mails()).singleElement().asString().contains(GRASPS).contains(FORGETS);
  }

  @Test
  void the_run_log_accounts_for_everybody() {
    paperboy.subscribe("ada@example.org", "interests: [robot]");
    paperboy.subscribe("ben@example.org", "interests: [astronomy]");
    paperboy.drop("one.txt", capture("Dec 5", GRASPS, GRASPS_TEXT));
    paperboy.run();
    assertThat(paperboy.application().runLog().latest(1).get(0).summary().sentence())
        .isEqualTo("2 due = 1 queued + 1 skipped (1 no paper met the interests)");
    assertThat(paperboy.application().outbox().counts()).containsEntry(State.SENT, 1);
  }
}
