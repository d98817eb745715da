package dev.paperboy.cli;

import static dev.paperboy.app.Dumps.capture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.MailSink;
import dev.paperboy.MailSink.Copy;
import dev.paperboy.app.Application;
import dev.paperboy.app.Config;
import dev.paperboy.app.ConfigReader;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * A batch of digests that the packaged program is to send while it is killed again and again, and
 * the count at the sink and in the store. Every reader is due from the beginning, so a kill may hit
 * the start of the program, planning, or any moment of sending.
 */
final class CrashTrial {

  /** How long one life of the program lasts at most. */
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(45);

  private static final int MOST_ROUNDS = 20;

  private final Path folder;
  private final MailSink sink;
  private final Plan plan;
  private final Random random;
  private final Config config;
  private final Set<String> wrong = new TreeSet<>();

  /**
   * @param kills how often the program is killed, if the batch lasts so long
   */
  record Plan(int readers, int connections, int kills, long seed) {}

  /**
   * What was found.
   *
   * @param extra copies beyond the first of each delivery
   * @param unanswered of all copies, those for which the sink gave no answer: each excuses one more
   * @param wrong where the store and the sink disagree, in words
   */
  record Figures(Plan plan, int kills, int lost, int extra, int unanswered, Set<String> wrong) {

    /** Most copies too many that SMTP can excuse: one for each connection and kill (RFC 1047). */
    int bound() {
      return plan.connections() * kills + unanswered;
    }

    String sentence() {
      return "%,d kills survived, %,d deliveries, %,d lost, %,d extra copies (at most %,d), %,d connections, seed %d"
          .formatted(kills, plan.readers(), lost, extra, bound(), plan.connections(), plan.seed());
    }
  }

  /**
   * @param database lines of the config, at the outermost level
   */
  CrashTrial(Path folder, String database, MailSink sink, Plan plan)
      throws IOException, WrongConfig {
    this.folder = folder;
    this.sink = sink;
    this.plan = plan;
    this.random = new Random(plan.seed());
    Path file = folder.resolve("config.yml");
    Files.writeString(
        file,
        """
        mail: {from: paperboy@example.org, transport: smtp}
        smtp: {host: 127.0.0.1, port: %d, security: none}
        dumps: {settle: 0s, check_every: 1s}
        delivery: {check_every: 1s, connections: %d}
        web: {port: 0}
        %s
        """
            .formatted(sink.port(), plan.connections(), database));
    config = ConfigReader.read(file, Map.of());
  }

  Figures run() throws Exception {
    subscribe();
    int kills = 0;
    while (kills < plan.kills() && reached().size() < plan.readers()) {
      PaperboyProcess serve = PaperboyProcess.start(folder, "serve");
      awaitAnyMoment(plan.kills() - kills);
      assertThat(serve.isAlive()).as(serve.output()).isTrue();
      serve.kill();
      kills++;
      sink.awaitQuiet();
      lookAndLetTimePass();
    }
    finish();
    return figures(kills);
  }

  /** One life in four ends at any time, the start included, the others among the mails. */
  private void awaitAnyMoment(int killsLeft) {
    if (random.nextInt(4) == 0) {
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(4000)).toNanos());
      return;
    }
    int before = sink.count();
    int share = Math.max(1, (plan.readers() - reached().size()) / killsLeft);
    int enough = before + 1 + random.nextInt(2 * share);
    Instant end = Instant.now().plus(LONGEST_LIFE);
    while (sink.count() < enough && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    LockSupport.parkNanos(random.nextInt(3_000_000));
  }

  /** Undisturbed to the end, and once more, which must send nothing. */
  private void finish() throws InterruptedException {
    runOnce();
    int left = lookAndLetTimePass();
    for (int round = 0; left > 0 && round < MOST_ROUNDS; round++) {
      runOnce();
      left = lookAndLetTimePass();
    }
    if (left > 0) {
      wrong.add(left + " deliveries are never sent");
    }
    int copies = sink.count();
    runOnce();
    if (sink.count() != copies) {
      wrong.add("a run after the end has sent %d mails".formatted(sink.count() - copies));
    }
  }

  private void runOnce() throws InterruptedException {
    PaperboyProcess run = PaperboyProcess.start(folder, "run");
    if (run.exitCode() != 0) {
      wrong.add("a run has failed: " + run.output());
    }
    sink.awaitQuiet();
  }

  private Figures figures(int kills) {
    Map<String, Set<String>> messageIds = new TreeMap<>();
    for (Copy copy : sink.copies()) {
      messageIds.computeIfAbsent(copy.recipient(), any -> new TreeSet<>()).add(copy.messageId());
    }
    messageIds.forEach(
        (who, ids) -> {
          if (ids.size() > 1) {
            wrong.add(who + " has got " + ids.size() + " different Message-IDs");
          }
        });
    List<Copy> deliveries = recorded("sent");
    if (deliveries.size() != plan.readers()) {
      wrong.add("%d deliveries are recorded as sent".formatted(deliveries.size()));
    }
    int lost = plan.readers() - messageIds.size();
    int extra = sink.count() - messageIds.size();
    return new Figures(plan, kills, lost, extra, sink.unanswered(), wrong);
  }

  private Set<String> reached() {
    Set<String> reached = new HashSet<>();
    sink.copies().forEach(copy -> reached.add(copy.recipient()));
    return reached;
  }

  /**
   * Between two lives: what is recorded as sent must be at the sink. Then leases run out and waits
   * are over, as half a day later.
   *
   * @return how many deliveries are still to be sent
   */
  private int lookAndLetTimePass() {
    Set<Copy> there = new HashSet<>(sink.copies());
    recorded("sent").stream()
        .filter(copy -> !there.contains(copy))
        .forEach(copy -> wrong.add(copy.recipient() + " is recorded as sent and has got nothing"));
    try (Store store = Store.open(config.store())) {
      if (!store.jdbi().withHandle(CrashTrial::indexesAgree)) {
        wrong.add("the table of deliveries and its index say different things");
      }
      return store.jdbi().withHandle(CrashTrial::letTimePass);
    } catch (JdbiException e) {
      wrong.add("the database is damaged: " + e.getMessage());
      return 0;
    }
  }

  /** Each row as the table has it must be found where the index has it, and nothing else there. */
  private static boolean indexesAgree(Handle db) {
    Map<Long, String> table = new TreeMap<>();
    Map<Long, String> index = new TreeMap<>();
    // What is reckoned from a column no index knows.
    db.createQuery("select id, state from delivery where state || '' <> ''")
        .map((row, context) -> table.put(row.getLong("id"), row.getString("state")))
        .list();
    for (State state : State.values()) {
      db.createQuery("select id from delivery where state = :state")
          .bind("state", state.word())
          .mapTo(Long.class)
          .forEach(id -> index.merge(id, state.word(), (a, b) -> a + " and " + b));
    }
    return table.equals(index);
  }

  private static int letTimePass(Handle db) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    db.createUpdate("update delivery set lease_until = :now where state = 'leased'")
        .bind("now", now)
        .execute();
    return db.createUpdate(
            """
            update delivery set due_at = case when due_at > :now then :now else due_at end
            where state <> 'sent'
            """)
        .bind("now", now)
        .execute();
  }

  private List<Copy> recorded(String state) {
    try (Store store = Store.open(config.store())) {
      return store
          .jdbi()
          .withHandle(
              db ->
                  db.createQuery("select recipient, message_id from delivery where state = :state")
                      .bind("state", state)
                      .map(
                          (row, context) ->
                              new Copy(row.getString("recipient"), row.getString("message_id")))
                      .list());
    }
  }

  /** Readers whose hour has come, whenever the test runs, at fifty receivers. */
  private void subscribe() throws IOException, WrongConfig {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Files.createDirectories(folder.resolve("dumps"));
    Files.writeString(
        folder.resolve("dumps/today.txt"),
        capture(
            today.format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH)),
            "Soft Hands",
            "A robot that picks up eggs and counts the broken ones."));
    List<String> refused = new ArrayList<>();
    try (Application application = Application.open(config, Clock.systemUTC())) {
      application.ingester().takeInFolder(result -> refused.add(result.sentence()));
      assertThat(application.archive().newestEdition()).as(refused.toString()).isEqualTo(1);
      for (int i = 0; i < plan.readers(); i++) {
        application
            .readership()
            .registrar()
            .add(
                new EmailAddress("reader" + i, "d" + i % 50 + ".example.org"),
                "interests: [robot]");
      }
    }
    try (Store store = Store.open(config.store())) {
      store
          .jdbi()
          .useHandle(
              db ->
                  db.createUpdate("update subscriber set next_digest_at = :now, last_edition = 0")
                      .bind("now", OffsetDateTime.now(ZoneOffset.UTC))
                      .execute());
    }
  }
}
