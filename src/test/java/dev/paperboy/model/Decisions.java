package dev.paperboy.model;

import dev.paperboy.app.Application;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Origin;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers decide, by chance, and what that means for the promise. */
final class Decisions {

  static final List<String> TOPICS = List.of("robot", "whale", "glacier");
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati");
  private static final Pattern FIRST_DIGEST = Pattern.compile("\"firstDigest\":\"([^\"]+)\"");

  private final ModelRun run;
  private final Random random;

  Decisions(ModelRun run, Random random) {
    this.run = run;
    this.random = random;
  }

  /**
   * Something a reader does.
   *
   * @param inProgram done by the program
   * @param inPromise what it is to come to
   */
  record Decision(String words, Runnable inProgram, Effect inPromise) {}

  /** What a decision means for a promise at that moment. */
  interface Effect {
    void on(Promise promise);
  }

  void add(String address) {
    Wishes wishes = wishes();
    run.note(address + " subscribes: " + wishes);
    run.application().readership().registrar().add(parse(address), wishes.yaml());
    run.promises.put(address, new Promise(run.editions, wishes, now()));
  }

  void erase(String address) {
    run.note(address + " is erased");
    run.application().subscriptions().departures().erase(run.find(address).orElseThrow());
    run.promises.remove(address);
  }

  /** Any decision of a reader who is on the list. */
  Decision any(String address) {
    Promise promise = run.promises.get(address);
    return switch (random.nextInt(promise.isHere() ? 9 : 12)) {
      case 0 -> pause(address, null);
      case 1, 2 -> pause(address, today(promise).plusDays(random.nextInt(6)));
      case 3 -> resume(address);
      case 4, 5 -> leave(address);
      case 6 -> suppress(address);
      case 7, 8 -> change(address);
      default -> comeBack(address);
    };
  }

  /** Does it when nothing else is under way. */
  void take(String address, Decision decision) {
    run.note(decision.words());
    run.observe(address);
    decision.inProgram().run();
    decision.inPromise().on(run.promises.get(address));
  }

  private Decision pause(String address, LocalDate until) {
    return new Decision(
        address + " pauses until " + until,
        () -> registrar().pause(reader(address), until),
        promise -> promise.pause(until, now()));
  }

  private Decision resume(String address) {
    return new Decision(
        address + " is resumed",
        () -> registrar().resume(reader(address)),
        promise -> promise.resume(now()));
  }

  private Decision leave(String address) {
    return new Decision(
        address + " leaves",
        () ->
            application()
                .subscriptions()
                .departures()
                .leave(reader(address), "model", Origin.NO_MAIL),
        promise -> {
          if (promise.state != State.SUPPRESSED) {
            promise.leave(State.UNSUBSCRIBED, now());
          }
        });
  }

  private Decision suppress(String address) {
    return new Decision(
        address + " is suppressed",
        () -> registrar().suppress(reader(address), "model"),
        promise -> promise.leave(State.SUPPRESSED, now()));
  }

  private Decision change(String address) {
    Wishes wishes = wishes();
    return new Decision(
        address + " wants " + wishes,
        () -> registrar().changeInterests(reader(address), wishes.yaml()),
        promise -> promise.change(wishes, now()));
  }

  /** By the link of a farewell, if that leads back. */
  private Decision comeBack(String address) {
    boolean[] back = {false};
    return new Decision(
        address + " comes back",
        () -> {
          back[0] =
              application().subscriptions().departures().comeBack(reader(address), Origin.NO_MAIL);
          if (back[0]) {
            welcomeNamesTheFuture(address);
          }
        },
        promise -> {
          if (back[0]) {
            promise.resume(now());
          }
        });
  }

  private void welcomeNamesTheFuture(String address) {
    String welcome =
        run.nodes
            .get(0)
            .store()
            .jdbi()
            .withHandle(
                db ->
                    db.createQuery(
                            """
                            select content from notice where address_key = :key and kind = 'welcome'
                            order by id desc fetch first 1 rows only
                            """)
                        .bind("key", parse(address).key())
                        .mapTo(String.class)
                        .one());
    Matcher first = FIRST_DIGEST.matcher(welcome);
    if (!first.find() || !ZonedDateTime.parse(first.group(1)).toInstant().isAfter(now())) {
      throw new AssertionError("at " + now() + " a welcome says " + welcome);
    }
  }

  private Wishes wishes() {
    List<String> topics = new ArrayList<>(TOPICS);
    Collections.shuffle(topics, random);
    Set<String> some = new TreeSet<>(topics.subList(0, 1 + random.nextInt(2)));
    LocalDate today = LocalDate.ofInstant(now(), ZoneId.of("UTC"));
    return new Wishes(
        some,
        List.of("day", "day", "weekday", "week").get(random.nextInt(4)),
        DayOfWeek.of(1 + random.nextInt(7)),
        LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)),
        ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
        random.nextInt(4) == 0,
        random.nextInt(6) == 0 ? today.plusDays(random.nextInt(5)) : null);
  }

  private LocalDate today(Promise promise) {
    return promise.wishes.today(now());
  }

  private Registrar registrar() {
    return application().readership().registrar();
  }

  private Subscriber reader(String address) {
    return run.find(address).orElseThrow();
  }

  private Application application() {
    return run.application();
  }

  private Instant now() {
    return run.clock.instant();
  }

  private static EmailAddress parse(String address) {
    return EmailAddress.parse(address).orElseThrow();
  }
}
