package dev.paperboy.outbox;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailSink;
import dev.paperboy.TestClock;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/**
 * A process of its own dies at each point between taking a delivery and having written down how it
 * ended; what stands in the store then, and what the next process does.
 */
@ParameterizedClass
@EnumSource
class FaultPointsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final TestDatabase database;
  private final MailSink sink = new MailSink();
  private StoreSettings settings;

  FaultPointsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void enqueue() {
    settings = database == TestDatabase.H2 ? embedded() : database.fresh();
    try (Store store = Store.open(settings)) {
      for (int i = 0; i < 3; i++) {
        Orders.put(store, Clock.systemUTC(), "reader" + i + "@example.org");
      }
    }
  }

  private StoreSettings embedded() {
    TestDatabase.embedIn(folder);
    return new StoreSettings(StoreSettings.embeddedIn(folder), "sa", "", 4);
  }

  @AfterEach
  void close() throws IOException {
    sink.close();
  }

  /** The only fault point in the short build. */
  @Test
  void nothing_is_lost_and_a_mail_whose_answer_was_not_written_down_is_repeated() throws Exception {
    assertCopies(FaultPoint.AFTER_ANSWER, "leased: 1 and pending: 2", 1, 4);
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({
    "BEFORE_LEASE,    pending: 3,           0, 3",
    "AFTER_LEASE,     leased: 1 and pending: 2, 0, 3",
    "AFTER_FINAL_DOT, leased: 1 and pending: 2, 1, 4",
    "BEFORE_COMMIT,   leased: 2 and pending: 1, 1, 4",
    "AFTER_COMMIT,    leased: 1 and pending: 1 and sent: 1, 1, 3"
  })
  void nothing_is_lost_and_only_the_mail_in_hand_is_repeated(
      FaultPoint point, String states, int copies, int copiesInTheEnd) throws Exception {
    assertCopies(point, states, copies, copiesInTheEnd);
  }

  /**
   * While a result is being committed, the connection takes its next delivery and does not begin
   * it.
   *
   * @param copies at the sink when the process has died
   * @param copiesInTheEnd at the sink when the next process is done
   */
  private void assertCopies(FaultPoint point, String states, int copies, int copiesInTheEnd)
      throws Exception {
    dieAt(point);

    assertThat(sink.count()).isEqualTo(copies);
    try (Store store = Store.open(settings)) {
      Outbox outbox = new Outbox(store, Clock.systemUTC());
      assertThat(outbox.counts()).containsAllEntriesOf(counts(states));

      assertThat(nextProcess(store, InDoubt.RESEND).halted()).isEmpty();
      assertThat(outbox.counts()).containsEntry(State.SENT, 3);
      sink.awaitQuiet();
      assertThat(sink.count()).isEqualTo(copiesInTheEnd);
      assertThat(sink.copies().stream().distinct()).as("the same Message-ID").hasSize(3);
    }
  }

  @Tag("full")
  @ParameterizedTest
  @EnumSource(names = {"AFTER_LEASE", "AFTER_ANSWER"})
  void with_hold_nothing_is_repeated_and_the_operator_decides(FaultPoint point) throws Exception {
    dieAt(point);
    int copies = sink.count();

    try (Store store = Store.open(settings)) {
      Outbox outbox = new Outbox(store, Clock.systemUTC());
      assertThat(nextProcess(store, InDoubt.HOLD).halted()).isEmpty();
      assertThat(outbox.counts()).containsEntry(State.IN_DOUBT, 1).containsEntry(State.SENT, 2);
      sink.awaitQuiet();
      assertThat(sink.count()).as("the two that were not in hand").isEqualTo(copies + 2);

      for (Delivery delivery : outbox.list(List.of(State.IN_DOUBT), 9)) {
        assertThat(outbox.retry(delivery.id(), Instant.now().plus(PATIENCE))).isTrue();
      }
      Dispatcher later = dispatcher(store, Clock.systemUTC(), InDoubt.HOLD);
      assertThat(later.deliverDue(() -> {}).sent()).isEqualTo(1);
    }
  }

  /** On the only process's H2 leases end at once, else when they have run out. */
  private DispatchSummary nextProcess(Store store, InDoubt inDoubt) {
    TestClock clock = new TestClock(Instant.now().toString());
    Dispatcher next = dispatcher(store, clock, inDoubt);
    if (store.embedded()) {
      next.recover();
    } else {
      assertThat(next.deliverDue(() -> {}).inDoubt()).isZero();
      clock.advance(Duration.ofMinutes(31));
    }
    return next.deliverDue(() -> {});
  }

  /** One that outlives the point, as nobody listens. */
  private Dispatcher dispatcher(Store store, Clock clock, InDoubt inDoubt) {
    return MortalDispatcher.dispatcher(store, sink.port(), FaultPoint.AFTER_COMMIT, clock, inDoubt);
  }

  private void dieAt(FaultPoint point) throws Exception {
    if (point == FaultPoint.BEFORE_COMMIT) {
      setTrap();
    }
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Setting up Logback takes a third of the time of such a process.
                "-Dslf4j.provider=" + NOP_FallbackServiceProvider.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                MortalDispatcher.class.getName(),
                settings.url(),
                settings.user(),
                settings.password(),
                Integer.toString(sink.port()),
                point.name())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()))
            .start();
    if (point == FaultPoint.AFTER_FINAL_DOT) {
      sink.beforeAnswer(() -> kill(process));
    }
    if (point == FaultPoint.BEFORE_COMMIT && database == TestDatabase.POSTGRES) {
      eventually("it writes the record", PATIENCE, () -> backends("pg_stat_activity.pid") > 0);
      kill(process);
      backends("pg_terminate_backend(pid)");
    }
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(MortalDispatcher.KILLED);
    sink.awaitQuiet();
    sink.beforeAnswer(() -> {});
    if (point == FaultPoint.BEFORE_COMMIT) {
      removeTrap();
    }
  }

  /** SIGKILL. */
  private static void kill(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void setTrap() {
    execute(
        database == TestDatabase.H2
            ? "create trigger trap before update on delivery for each row call '%s'"
                .formatted(MortalDispatcher.DeathBeforeCommit.class.getName())
            : """
            create function trap() returns trigger language plpgsql as $$ begin
              if new.state = 'sent' then perform pg_sleep(600); end if;
              return new;
            end $$;
            create trigger trap before update on delivery for each row execute function trap()
            """);
  }

  private void removeTrap() {
    execute("drop trigger trap" + (database == TestDatabase.H2 ? "" : " on delivery"));
  }

  private void execute(String sql) {
    jdbi().useHandle(db -> db.execute(sql));
  }

  /** How many sleep in the trap; for each of them this is evaluated. */
  private int backends(String expression) {
    return jdbi()
        .withHandle(
            db ->
                db.createQuery(
                        "select "
                            + expression
                            + " from pg_stat_activity"
                            + " where wait_event = 'PgSleep' and datname = current_database()")
                    .mapTo(String.class)
                    .list()
                    .size());
  }

  /** A connection for each use: only one process at a time can open the file of H2. */
  private Jdbi jdbi() {
    return Jdbi.create(settings.url(), settings.user(), settings.password());
  }

  private static Map<State, Integer> counts(String words) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (String part : words.split(" and ")) {
      String[] pair = part.split(": ");
      counts.put(State.of(pair[0]), Integer.parseInt(pair[1]));
    }
    return counts;
  }
}
