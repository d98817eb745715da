package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.app.Dumps;
import dev.paperboy.app.TestApplication;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened to this mail, and what can be done: {@code outbox} and {@code why}. */
class OutboxCommandTest {

  private static final String DEAD_SERVER =
      """
      mail: {from: paperboy@example.org, transport: smtp}
      smtp: {host: 127.0.0.1, port: 1, security: none}
      """;

  @TempDir static Path prepared;
  @TempDir Path folder;

  private Terminal terminal;

  /** One mail waits, as no server is there. */
  @BeforeAll
  static void prepareOneThatWaits() throws IOException {
    TestApplication.install(prepared);
    Terminal terminal = new Terminal(prepared.resolve("config.yml"));
    configure(prepared, DEAD_SERVER);
    terminal.run("subscriber", "add", "ada@example.org", "--interest", "robot");
    String today =
        LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
    Path dump = prepared.resolve("today.txt");
    Files.writeString(
        dump, Dumps.capture(today, "Soft Hands", "We build a robot that picks up eggs."));
    terminal.run("ingest", dump.toString());
    assertThat(terminal.run("run").code()).isEqualTo(CliCommand.FAILED);
  }

  @BeforeEach
  void oneWaits() throws IOException {
    new PreparedFolder(prepared).copyTo(folder);
    terminal = new Terminal(folder.resolve("config.yml"));
  }

  @Test
  void a_waiting_mail_says_why_it_waits_and_until_when() {
    assertThat(show())
        .contains("It is pending since")
        .contains("after 0 attempts")
        .contains("Last word about it: No connection to 127.0.0.1:1")
        .contains("It waits for: halted")
        .contains("given up after")
        .contains("Next: it is sent by itself");
    assertThat(why()).contains("delivery 1 is pending since").contains("waits for halted until");
  }

  @Test
  void a_mail_can_be_cancelled_and_sent_after_all_but_not_be_taken_back() throws IOException {
    assertThat(terminal.run("outbox", "cancel", "1").out())
        .contains("Delivery 1 to ada@example.org is cancelled.");
    configure("mail: {from: paperboy@example.org}\n");
    assertThat(terminal.run("run").out()).contains("Sent:     0 due");
    assertThat(show()).contains("Last word about it: cancelled by the operator");

    assertThat(terminal.run("outbox", "retry", "1").out()).contains("is due now");
    assertThat(terminal.run("run").out()).contains("Sent:     1 due = 1 sent");
    for (String command : new String[] {"retry", "cancel"}) {
      Terminal.Result result = terminal.run("outbox", command, "1");
      assertThat(result.code()).isEqualTo(CliCommand.FAILED);
      assertThat(result.err()).contains("Delivery 1 is sent; it stays so.");
    }
    assertThat(show()).contains("The receiving server is responsible for it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leased    | If that process has died, it will be in doubt",
        "deferred  | Next: it is sent by itself",
        "failed    | When the cause is mended: paperboy outbox retry 1",
        "in doubt  | sent again with the same Message-ID",
        "expired   | If it is still of use: paperboy outbox retry 1"
      })
  void every_state_says_what_comes_next(String state, String words) {
    set(state);
    assertThat(show()).contains("It is " + state + " since").contains(words);
    assertThat(why()).contains("delivery 1 is " + state + " since").contains(words);
  }

  @Test
  void with_hold_a_mail_in_doubt_asks_the_operator() throws IOException {
    configure(DEAD_SERVER + "delivery: {in_doubt: hold}\n");
    set("in doubt");
    assertThat(show())
        .contains("paperboy outbox retry 1")
        .contains("It has arrived: paperboy outbox cancel 1");
    assertThat(terminal.run("outbox", "cancel", "1").code()).isZero();
    assertThat(show()).contains("It is cancelled since");
  }

  @Test
  void what_was_reported_about_a_mail_stands_with_it() {
    set("sent");
    execute(
        """
        insert into feedback
          (subscriber_id, delivery_id, kind, status, diagnostic, received_at)
        select subscriber_id, id, 'soft', '4.2.2', 'mailbox full', changed_at from delivery
        """);
    assertThat(show())
        .contains("Reported about it, newest first:")
        .contains("soft bounce (4.2.2): mailbox full");
  }

  private String show() {
    return terminal.run("outbox", "show", "1").out();
  }

  private String why() {
    return terminal.run("why", "ada@example.org").out();
  }

  private void configure(String config) throws IOException {
    configure(folder, config);
  }

  private static void configure(Path folder, String config) throws IOException {
    Files.writeString(folder.resolve("config.yml"), config);
  }

  private void set(String state) {
    execute("update delivery set state = '" + state + "'");
  }

  private void execute(String sql) {
    StoreSettings settings =
        new StoreSettings(StoreSettings.embeddedIn(folder.resolve("data")), "sa", "", 2);
    try (Store store = Store.open(settings)) {
      store.jdbi().useHandle(db -> db.execute(sql));
    }
  }
}
