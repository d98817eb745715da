package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.app.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersCommandTest {

  @TempDir static Path folder;

  private static Terminal terminal;

  /** The tests only read. */
  @BeforeAll
  static void two_papers_that_define_rl() throws IOException {
    TestApplication.install(folder);
    terminal = new Terminal(Files.writeString(folder.resolve("config.yml"), ""));
    String rows =
        "["
            + row("2512.00001", "Walking")
            + ","
            + row("2512.00002", "Running").replace("DPO", "X")
            + "]";
    Path dump = Files.writeString(folder.resolve("2025-12-05.json"), rows);
    assertThat(terminal.run("ingest", dump.toString()).out()).contains("2 papers");
  }

  @Test
  void abbreviations_are_listed_with_what_they_stand_for() {
    Terminal.Result result = terminal.run("papers", "--abbreviations");
    assertThat(result.code()).isZero();
    assertThat(result.out().lines())
        .containsExactly(
            "short form  long form               papers",
            "----------  ----------------------  ------",
            "RL          reinforcement learning  2",
            "1 abbreviations");
  }

  @Test
  void abbreviations_as_json_have_the_promised_fields() throws IOException {
    JsonNode all =
        JsonMapper.builder()
            .build()
            .readTree(terminal.run("papers", "--abbreviations", "--format", "json").out());
    assertThat(all).hasSize(1);
    assertThat(all.get(0).fieldNames())
        .toIterable()
        .containsExactly("short_form", "long_form", "papers");
    assertThat(all.get(0).get("short_form").asText()).isEqualTo("RL");
    assertThat(all.get(0).get("papers").asInt()).isEqualTo(2);
  }

  @Test
  void abbreviations_of_some_papers_only_are_refused() {
    Terminal.Result result = terminal.run("papers", "--abbreviations", "--match", "robot");
    assertThat(result.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(result.err()).contains("leave out --since and --match");
  }

  @Test
  void the_help_shows_how() {
    assertThat(terminal.run("papers", "--help").out()).contains("paperboy papers --abbreviations");
  }

  private static String row(String id, String title) {
    return """
        {"paper": {"id": "%s", "title": "%s", "upvotes": 1, "publishedAt": "2025-12-01T00:00:00Z",
          "summary": "Robots by reinforcement learning (RL) and direct preference optimization (DPO).",
          "authors": [{"name": "Ada Sample"}]}, "numComments": 0, "title": "%s",
          "publishedAt": "2025-12-01T00:00:00Z"}
        """
        .formatted(id, title, title);
  }
}
