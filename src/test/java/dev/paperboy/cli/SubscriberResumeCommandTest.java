package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.app.TestApplication;
import dev.paperboy.subscriber.Registrar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brings back many readers who were suppressed for the same reason. */
class SubscriberResumeCommandTest {

  private static final String RELAY = "550 Relay not permitted for %s";

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T09:00:00Z");
  private Terminal terminal;

  /** Four on one day: two for the relay, one of them paused; then one the day after. */
  @BeforeEach
  void suppressSome() throws Exception {
    Files.writeString(folder.resolve("config.yml"), "");
    terminal = new Terminal(folder.resolve("config.yml"));
    each(
        (registrar, paperboy) -> {
          registrar.suppress(
              paperboy.subscribe("ada@example.org", "interests: [robot]"), RELAY.formatted("ada"));
          registrar.suppress(
              registrar.pause(
                  paperboy.subscribe("ben@example.org", "interests: [robot]"),
                  LocalDate.of(2026, 3, 1)),
              RELAY.formatted("ben"));
          registrar.suppress(
              paperboy.subscribe("cy@example.org", "interests: [robot]"), "550 user unknown");
          paperboy.subscribe("di@example.org", "interests: [robot]");
        });
    clock.moveTo("2025-12-06T09:00:00Z");
    each(
        (registrar, paperboy) ->
            registrar.suppress(
                paperboy.subscribe("eve@example.org", "interests: [robot]"),
                RELAY.formatted("eve")));
  }

  private void each(BiConsumer<Registrar, TestApplication> what) {
    try (TestApplication paperboy = new TestApplication(folder, clock, "")) {
      what.accept(paperboy.application().readership().registrar(), paperboy);
    }
  }

  @Test
  void a_dry_run_says_who_it_is_and_changes_nothing() {
    String out = resume("--reason", "relay", "--since", "2025-12-05", "--dry-run").out();

    assertThat(out)
        .contains("ada@example.org would be active; suppressed: 550 Relay not permitted for ada")
        .contains("ben@example.org would be paused")
        .contains("eve@example.org")
        .contains("3 subscribers would be resumed. Nothing was changed.")
        .doesNotContain("cy@");
    assertThat(list()).containsPattern("ada@example.org\\s+suppressed");
  }

  @Test
  void those_of_that_reason_are_active_again_and_who_had_paused_stays_paused() {
    assertThat(resume("--reason", "relay not", "--since", "2025-12-05").out())
        .contains("3 subscribers resumed");

    assertThat(list())
        .containsPattern("ada@example.org\\s+active")
        .containsPattern("ben@example.org\\s+paused until 2026-03-01")
        .containsPattern("cy@example.org\\s+suppressed")
        .containsPattern("di@example.org\\s+active")
        .containsPattern("eve@example.org\\s+active");
  }

  @Test
  void who_was_suppressed_before_that_day_stays_so() {
    assertThat(resume("--reason", "relay", "--since", "2025-12-06").out())
        .contains("1 subscribers resumed")
        .contains("eve@");
    assertThat(list()).containsPattern("ada@example.org\\s+suppressed");
  }

  @Test
  void one_subscriber_is_resumed_by_address() {
    assertThat(resume("cy@example.org").out()).contains("cy@example.org is active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada@example.org --reason relay", "ada@example.org --dry-run"})
  void what_is_meant_has_to_be_clear(String args) {
    assertThat(resume(args.isEmpty() ? new String[0] : args.split(" ")).code())
        .isEqualTo(CliCommand.WRONG_USE);
  }

  private Terminal.Result resume(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "subscriber";
    all[1] = "resume";
    System.arraycopy(args, 0, all, 2, args.length);
    return terminal.run(all);
  }

  private String list() {
    return terminal.run("subscriber", "list").out();
  }
}
