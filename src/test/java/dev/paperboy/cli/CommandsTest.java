package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.Eventually;
import dev.paperboy.app.Dumps;
import dev.paperboy.app.TestApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as an operator types them. */
class CommandsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration WAIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private Terminal terminal;

  @BeforeEach
  void config() throws IOException {
    TestApplication.install(folder);
    Path config = folder.resolve("config.yml");
    Files.writeString(config, "dumps:\n  settle: 1s\n");
    terminal = new Terminal(config);
  }

  @Test
  void match_tries_interests_on_the_archive_and_explains_every_hit() throws IOException {
    Path interests = write("interests.yml", "interests: [robot, robbots, '=Rob']\n");
    assertThat(terminal.run("match", interests.toString()).err()).contains("paperboy ingest FILE");
    terminal.run("ingest", todaysDump().toString());

    Terminal.Result table = terminal.run("match", interests.toString());
    assertThat(table.code()).isZero();
    assertThat(table.out())
        .contains("2 papers on 1 day with a list")
        .contains("\"robot\" in abstract")
        .contains("=Rob: nothing found; too narrow");

    JsonNode json =
        JSON.readTree(terminal.run("match", interests.toString(), "--format", "json").out());
    JsonNode match = json.get("interests").get(0).get("matches").get(0);
    JsonNode hit = match.get("hits").get(0);
    assertThat(match.get("score").asDouble()).isPositive();
    assertThat(hit.get("field").asText()).isEqualTo("abstract");
    assertThat(hit.get("words").asText()).isEqualTo("robot");
    assertThat(hit.get("start").asInt()).isEqualTo("We build a ".length());
    assertThat(hit.get("end").asInt()).isEqualTo("We build a robot".length());
    assertThat(json.get("interests").get(2).get("verdict").asText()).isEqualTo("too_narrow");
  }

  @Test
  void match_shows_the_problems_of_a_document() throws IOException {
    Path wrong = write("wrong.yml", "interests: [{anny: [robot]}]\n");
    Terminal.Result result = terminal.run("match", wrong.toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("line 1, column 14").contains("Did you mean \"any\"?");
  }

  @Test
  void a_first_day_from_subscribing_to_asking_why() throws IOException {
    Path interests = write("interests.yml", "interests: [robot]\n");
    assertThat(terminal.run("subscriber", "add", "ada@example.org", interests.toString()).code())
        .isZero();
    Terminal.Result ingested = terminal.run("ingest", todaysDump().toString());
    assertThat(ingested.out()).contains("2 papers").contains("2 new (edition 1)");

    Terminal.Result run = terminal.run("run");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Planned:  1 due = 1 queued + 0 skipped")
        .contains("Sent:     1 due = 1 sent");

    assertThat(terminal.run("why", "ada@example.org").out())
        .contains("ada@example.org is active.")
        .contains("1 papers; delivery 1 is sent")
        .contains("\"robot\" in abstract")
        .contains("every edition up to 1 is covered");
    assertThat(terminal.run("outbox").out()).contains("sent            1");
    assertThat(terminal.run("outbox", "--by", "domain").out()).contains("Nothing waits.");
    assertThat(terminal.run("outbox", "show", "1").out())
        .contains("Delivery 1 to ada@example.org")
        .contains("It is sent since");
    assertThat(terminal.run("outbox", "show", "1", "--format", "json").out())
        .contains("\"state\" : \"sent\"");
    assertThat(terminal.run("run").out()).contains("1 skipped (1 no new edition)");
  }

  @Test
  void the_document_comes_back_as_it_was_written() throws IOException {
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robots");
    for (String written :
        new String[] {
          "# mine\r\nmute: [x]  \r\n\r\ninterests:\r\n  - =RAG   # why \r\n  - \"a  b\"\r\n",
          "\n\ninterests: robots   ",
          "\uFEFFinterests: [x, 'y', \"z\"] # end\n\n\n",
          "interests:\n- über  # ß 学 \uD83D\uDE00\n#\n"
        }) {
      String file = write("changed.yml", written).toString();
      assertThat(terminal.run("subscriber", "interests", "ada@example.org", file).code()).isZero();
      assertThat(terminal.run("subscriber", "interests", "ada@example.org").out())
          .isEqualTo(written);
    }
  }

  @Test
  void papers_as_json_have_the_promised_fields() throws IOException {
    terminal.run("ingest", todaysDump().toString());
    JsonNode papers = JSON.readTree(terminal.run("papers", "--format", "json").out());
    assertThat(papers).hasSize(2);
    JsonNode paper = papers.get(0);
    assertThat(paper.fieldNames())
        .toIterable()
        .containsExactly(
            "key",
            "arxiv_id",
            "title",
            "abstract",
            "authors",
            "author_count",
            "organization",
            "organization_slug",
            "published",
            "votes",
            "comments",
            "edition",
            "first_dump",
            "last_dump",
            "page",
            "repository",
            "project");
    assertThat(paper.get("title").asText()).isEqualTo("Soft Hands");
    assertThat(paper.get("author_count").asInt()).isEqualTo(3);
    assertThat(paper.get("comments").asInt()).isEqualTo(2);
    assertThat(paper.get("first_dump").asText()).isEqualTo("today.txt");
  }

  @Test
  void papers_can_be_asked_for_a_term() throws IOException {
    terminal.run("ingest", todaysDump().toString());
    assertThat(terminal.run("papers", "--match", "robots").out())
        .contains("Soft Hands")
        .contains("1 papers");
    assertThat(terminal.run("papers", "--match", "=Robots").out()).contains("0 papers");
    assertThat(terminal.run("papers", "--match", "unlea*").out())
        .contains("Forgetting")
        .contains("1 papers");
  }

  @Test
  void wrong_interests_are_refused_with_every_problem_and_its_place() throws IOException {
    Path interests = write("interests.yml", "interest: [robot]\ndigest:\n  at: 25:99\n");
    Terminal.Result result =
        terminal.run("subscriber", "add", "ada@example.org", interests.toString());
    assertThat(result.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(result.err()).contains("line 1").contains("interests").contains("line 3");
    assertThat(terminal.run("subscriber", "list").out()).contains("0 subscribers");
  }

  @Test
  void an_address_with_a_line_break_is_no_address() {
    Terminal.Result result =
        terminal.run("subscriber", "add", "a@example.org\r\nBcc: b@example.org", "--interest", "x");
    assertThat(result.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(result.err()).contains("is not an e-mail address").doesNotContain("\nBcc");
  }

  @Test
  void adding_twice_says_so_and_changes_nothing() {
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robot");
    Terminal.Result again =
        terminal.run("subscriber", "add", "ADA@example.org", "--interest", "cats");
    assertThat(again.code()).isEqualTo(CliCommand.FAILED);
    assertThat(again.err()).contains("is there already");
    assertThat(terminal.run("subscriber", "interests", "ada@example.org").out())
        .contains("robot")
        .doesNotContain("cats");
  }

  @Test
  void what_is_exported_can_be_imported_and_nobody_who_left_is_woken() throws IOException {
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robot");
    terminal.run("subscriber", "add", "ben@example.org", "--interest", "cats");
    terminal.run("subscriber", "remove", "ben@example.org");
    Path export = write("all.json", terminal.run("subscriber", "export").out());
    terminal.run("subscriber", "erase", "ada@example.org", "--yes");
    terminal.run("subscriber", "erase", "ben@example.org", "--yes");

    assertThat(terminal.run("subscriber", "import", export.toString()).out()).contains("2 added");
    assertThat(terminal.run("subscriber", "show", "ben@example.org").out())
        .contains("unsubscribed");
    assertThat(terminal.run("subscriber", "show", "ada@example.org").out()).contains("active");
  }

  @Test
  void an_item_that_is_no_subscriber_stops_no_other_and_no_typing_error_wakes_anybody()
      throws IOException {
    Path file =
        write(
            "some.json",
            """
            [null, 5, {"email": "ada@example.org"},
             {"email": "ben@example.org", "interests": "interests: [cats]", "state": "unsubscribd"},
             {"email": "cleo@example.org", "interests": "interests: [cats]"}]
            """);
    Terminal.Result result = terminal.run("subscriber", "import", file.toString());
    assertThat(result.code()).isEqualTo(CliCommand.FAILED);
    assertThat(result.out()).contains("1 added, 0 there already, 4 with problems");
    assertThat(result.err()).contains("Item 4").doesNotContain("Exception");
    assertThat(terminal.run("subscriber", "list").out()).contains("1 subscribers");
  }

  @Test
  void a_day_that_is_none_and_one_that_is_over_are_wrong_use() {
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robot");
    Terminal.Result word =
        terminal.run("subscriber", "pause", "ada@example.org", "--until", "tomorrow");
    assertThat(word.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(word.err()).contains("not a day such as").doesNotContain("java");
    Terminal.Result past =
        terminal.run("subscriber", "pause", "ada@example.org", "--until", "2020-01-01");
    assertThat(past.code()).isEqualTo(CliCommand.WRONG_USE);
  }

  @Test
  void erasing_forgets_deliveries_too() throws IOException {
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robot");
    terminal.run("ingest", todaysDump().toString());
    terminal.run("run");
    terminal.run("subscriber", "erase", "ada@example.org", "--yes");
    assertThat(terminal.run("outbox", "--format", "json").out().strip()).isEqualTo("[ ]");
  }

  @Test
  void preview_writes_the_mail_and_sends_nothing() throws IOException {
    terminal.run("ingest", todaysDump().toString());
    Path interests = write("interests.yml", "interests: [robot]\n");
    Path out = folder.resolve("look");
    Terminal.Result result = terminal.run("preview", interests.toString(), "--out", out.toString());
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("1 papers meet the interests");
    assertThat(Files.readString(out.resolve("preview.html"))).contains("Soft Hands");
    assertThat(Files.readString(out.resolve("preview.eml"))).contains("To: reader@example.org");
    assertThat(terminal.run("outbox", "--format", "json").out().strip()).isEqualTo("[ ]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"confirm", "welcome", "interests", "changes", "goodbye", "alert"})
  void preview_shows_the_other_mails_with_the_operators_settings(String kind) throws IOException {
    Path settings = Files.createDirectory(folder.resolve("templates")).resolve("mail.yml");
    Files.writeString(settings, "footer: [A service of the lab]\n");
    Path out = folder.resolve("look");

    Terminal.Result result =
        terminal.run("preview", "--mail", kind, "--language", "de", "--out", out.toString());

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(Files.readString(out.resolve("preview.html")))
        .contains("A service of the lab", "lang=\"de\"");
    assertThat(Files.readString(out.resolve("preview.eml")))
        .contains("To: reader@example.org")
        .doesNotContain("List-");
  }

  @Test
  void preview_without_anybody_asks_whose() {
    Terminal.Result result = terminal.run("preview");
    assertThat(result.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(result.err()).contains("Whose digest?");
  }

  @Test
  void preview_shows_a_problem_of_the_settings_with_its_place() throws IOException {
    Path settings = Files.createDirectory(folder.resolve("templates")).resolve("mail.yml");
    Files.writeString(settings, "langage: de\n");
    Terminal.Result result = terminal.run("preview", "--mail", "goodbye");
    assertThat(result.code()).isEqualTo(CliCommand.FAILED);
    assertThat(result.err()).contains("mail.yml has a problem", "Did you mean \"language\"?");
  }

  @Test
  void preview_goes_on_while_templates_are_edited() throws Exception {
    Path settings = Files.createDirectory(folder.resolve("templates")).resolve("mail.yml");
    Path out = folder.resolve("look");
    Path html = out.resolve("preview.html");
    String[] command = {"preview", "--mail", "goodbye", "--watch", "--out", out.toString()};
    FutureTask<Terminal.Result> run = new FutureTask<>(() -> terminal.run(command));
    Thread watching = new Thread(run);
    watching.start();
    Eventually.eventually("first", WAIT, () -> holds(html, "lang=\"en\""));
    Files.writeString(settings, "langage: de\n");
    Files.writeString(folder.resolve("templates/goodbye.html.ftlh"), "<p>edited</p>");
    Files.writeString(settings, "language: de\n");
    Eventually.eventually("edited", WAIT, () -> holds(html, "<p>edited</p>"));
    watching.interrupt();

    Terminal.Result result = run.get();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Paperboy ist abbestellt");
  }

  private static boolean holds(Path file, String words) {
    try {
      return Files.exists(file) && Files.readString(file).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_config_may_be_named_before_the_command_too() {
    StringWriter out = new StringWriter();
    int code =
        Paperboy.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "--config",
            folder.resolve("config.yml").toString(),
            "subscriber",
            "list");
    assertThat(out.toString()).contains("0 subscribers");
    assertThat(code).isZero();
  }

  @Test
  void an_unknown_command_or_subscriber_is_wrong_use() {
    assertThat(terminal.run("frobnicate").code()).isEqualTo(CliCommand.WRONG_USE);
    Terminal.Result nobody = terminal.run("why", "nobody@example.org");
    assertThat(nobody.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(nobody.err()).contains("There is no subscriber");
  }

  @Test
  void a_wrong_config_lists_every_problem_without_a_stack_trace() throws IOException {
    Files.writeString(folder.resolve("config.yml"), "dump:\n  settle: 1s\nweb:\n  port: many\n");
    Terminal.Result result = terminal.run("papers");
    assertThat(result.code()).isEqualTo(CliCommand.WRONG_USE);
    assertThat(result.err()).contains("dumps").contains("line 4").doesNotContain("\tat ");
  }

  @Test
  void a_dead_smtp_server_is_one_sentence_and_loses_nothing() throws IOException {
    Files.writeString(
        folder.resolve("config.yml"),
        """
        mail: {from: paperboy@example.org, transport: smtp}
        smtp: {host: 127.0.0.1, port: 1, security: none}
        """);
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robot");
    terminal.run("ingest", todaysDump().toString());
    Terminal.Result result = terminal.run("run");
    assertThat(result.code()).isEqualTo(CliCommand.FAILED);
    assertThat(result.err())
        .contains("No mail can be sent")
        .contains("Nothing is lost")
        .doesNotContain("\tat ");
    assertThat(terminal.run("outbox", "--state", "pending").out()).contains("ada@example.org");
    assertThat(terminal.run("outbox", "--by", "domain").out()).contains("1  example.org");
    assertThat(terminal.run("outbox", "--by", "reason", "--format", "json").out())
        .contains("\"halted\" : 1");
  }

  private Path todaysDump() throws IOException {
    String today =
        LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
    return write(
        "today.txt",
        Dumps.capture(
            today,
            "Soft Hands",
            "We build a robot that picks up eggs, and count the broken ones with great care.",
            "Forgetting",
            "An unlearning method for models that know too much about too many people."));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
