package dev.paperboy.cli;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program, run and stopped as operating systems do it; {@link KillNineIT} kills it.
 */
class ServeIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("config.yml"),
        """
        dumps: {settle: 0s, check_every: 1s}
        delivery: {check_every: 1s}
        web: {port: 0}
        """);
  }

  @Test
  void a_second_process_on_the_same_database_gets_a_sentence_and_sigterm_stops_the_first_cleanly()
      throws InterruptedException {
    PaperboyProcess serve = PaperboyProcess.start(folder, "serve");
    eventually(serve::output, PATIENCE, () -> serve.output().contains("Paperboy is up"));

    PaperboyProcess second = PaperboyProcess.start(folder, "outbox");
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output())
        .contains("in use by another Paperboy")
        .doesNotContain("\tat ")
        .hasLineCount(1);

    serve.terminate();
    serve.exitCode();
    assertThat(serve.output()).contains("Paperboy has stopped").doesNotContain("Exception");
    PaperboyProcess third = PaperboyProcess.start(folder, "outbox");
    assertThat(third.exitCode()).as(third.output()).isZero();
  }
}
