package dev.paperboy.model;

import dev.paperboy.model.Decisions.Decision;
import dev.paperboy.model.Relay.Fate;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Steps by chance; the same seed makes the same ones. */
final class RandomSteps {

  private static final List<String> ADDRESSES =
      List.of("ada@a.example", "ben@b.example", "cleo@c.example", "dora@d.example");

  /** A run looks at the clock about so often, with four readers. */
  private static final int MOST_LOOKS = 14;

  private final ModelRun run;
  private final Random random;
  private final Decisions decisions;

  RandomSteps(ModelRun run, Random random) {
    this.run = run;
    this.random = random;
    this.decisions = new Decisions(run, random);
  }

  void step() {
    int dice = random.nextInt(100);
    if (dice < 12) {
      takeIn();
    } else if (dice < 32) {
      letTimePass();
    } else if (dice < 46) {
      plan();
    } else if (dice < 49) {
      planAll();
    } else if (dice < 60) {
      planWhileSomebodyDecides();
    } else if (dice < 63) {
      dieWhilePlanning();
    } else if (dice < 67 && run.nodes.size() > 1) {
      planAtOnce();
    } else if (dice < 76) {
      deliver();
    } else if (dice < 83) {
      deliverWhileSomebodyDecides();
    } else {
      decide();
    }
  }

  private void takeIn() {
    List<String> topics = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      topics.add(Decisions.TOPICS.get(random.nextInt(Decisions.TOPICS.size())));
    }
    boolean archiveOnly = random.nextInt(8) == 0;
    run.note("a dump with " + topics + (archiveOnly ? " for the archive only" : ""));
    run.takeIn(topics, archiveOnly);
  }

  /** Minutes, hours, or to the next hour of a reader, or a moment before it. */
  private void letTimePass() {
    Instant now = run.clock.instant();
    Instant then = now.plus(Duration.ofMinutes(1 + random.nextInt(20 * 60)));
    if (random.nextBoolean() && !run.promises.isEmpty()) {
      Instant hour = run.promises.get(anybody()).next;
      then = hour.minusMillis(random.nextInt(2));
    }
    if (then.isAfter(now)) {
      run.clock.moveTo(then.toString());
    }
    run.check();
  }

  private void plan() {
    run.note("planning");
    Node node = anyNode();
    run.plan(
        () -> node.application().planner().planDue(),
        (promise, planned) -> promise.planDue(run.clock.instant()),
        false);
  }

  private void planAll() {
    run.note("planning for all");
    Node node = anyNode();
    run.plan(
        () -> node.application().planner().planAll(),
        (promise, planned) -> promise.planAll(run.clock.instant()),
        false);
  }

  private void dieWhilePlanning() {
    int look = random.nextInt(MOST_LOOKS);
    run.note("dying while planning, at look " + look);
    Node node = anyNode();
    run.plan(
        () -> {
          try {
            node.planner(
                    look,
                    () -> {
                      throw new Relay.Death();
                    })
                .planDue();
          } catch (Relay.Death expected) {
            node.restart();
          }
        },
        (promise, planned) -> promise.planDue(run.clock.instant()),
        true);
  }

  /** One reader takes one or two decisions, and perhaps another node plans all of it meanwhile. */
  private void planWhileSomebodyDecides() {
    if (run.promises.isEmpty()) {
      decide();
      return;
    }
    String address = anybody();
    List<Decision> taken = new ArrayList<>();
    int look = random.nextInt(MOST_LOOKS);
    boolean scheduled = random.nextInt(4) > 0;
    int count = 1 + random.nextInt(2);
    Node node = anyNode();
    Node other = run.nodes.get(run.nodes.size() - 1);
    boolean both = other != node && random.nextBoolean();
    run.note("planning, and at look " + look + (both ? " the other node plans, and" : ""));
    Runnable decide =
        () -> {
          for (int i = 0; i < count; i++) {
            Decision decision = decisions.any(address);
            run.note("    " + decision.words());
            decision.inProgram().run();
            taken.add(decision);
          }
          if (both) {
            other.application().planner().planDue();
          }
        };
    run.observe();
    if (scheduled || both) {
      node.planner(look, decide).planDue();
    } else {
      node.planner(look, decide).planAll();
    }
    compare(Map.of(address, taken), scheduled || both);
  }

  /**
   * All nodes plan, and half of the readers decide something, each in a thread of its own. Which
   * comes first is not of the seed.
   */
  private void planAtOnce() {
    run.note("planning on all nodes at once, and");
    run.observe();
    Map<String, List<Decision>> taken = new HashMap<>();
    List<Runnable> tasks = new ArrayList<>();
    for (Node node : run.nodes) {
      tasks.add(() -> node.application().planner().planDue());
    }
    for (String address : run.promises.keySet()) {
      if (random.nextBoolean()) {
        Decision decision = decisions.any(address);
        run.note("    " + decision.words());
        taken.put(address, List.of(decision));
        tasks.add(decision.inProgram());
      }
    }
    AtOnce.run(tasks);
    compare(taken, true);
  }

  /** Everybody has been planned for; whoever decided, at any moment between their decisions. */
  private void compare(Map<String, List<Decision>> taken, boolean scheduled) {
    for (String address : List.copyOf(run.promises.keySet())) {
      List<Promise> futures = new ArrayList<>();
      List<Decision> theirs = taken.getOrDefault(address, List.of());
      for (int before = 0; before <= theirs.size(); before++) {
        Promise future = run.promises.get(address).copy();
        theirs.subList(0, before).forEach(decision -> decision.inPromise().on(future));
        plan(future, scheduled);
        theirs.subList(before, theirs.size()).forEach(decision -> decision.inPromise().on(future));
        futures.add(future);
      }
      run.choose(address, futures);
    }
    run.check();
  }

  private void plan(Promise promise, boolean scheduled) {
    if (scheduled) {
      promise.planDue(run.clock.instant());
    } else {
      promise.planAll(run.clock.instant());
    }
  }

  private void deliver() {
    run.note("sending");
    run.deliver(anyNode(), fates(), () -> {});
  }

  /** Between looking up, making and sending a mail. */
  private void deliverWhileSomebodyDecides() {
    run.note("sending, and meanwhile");
    int[] moments = {random.nextInt(8)};
    run.deliver(
        anyNode(),
        fates(),
        () -> {
          if (moments[0]-- == 0 && !run.promises.isEmpty()) {
            String address = anybody();
            if (random.nextInt(8) == 0) {
              decisions.erase(address);
            } else {
              decisions.take(address, decisions.any(address));
            }
          }
        });
  }

  /** By the mail and how often it was tried, not by the order in which they are sent. */
  private ModelRun.Fates fates() {
    long salt = random.nextLong();
    int trouble = List.of(0, 0, 30, 60).get(random.nextInt(4));
    Map<String, Integer> tries = new HashMap<>();
    return (recipient, messageId) -> {
      int attempt = tries.merge(recipient, 1, Integer::sum);
      Random chance = new Random(salt + 31L * recipient.hashCode() + attempt);
      if (chance.nextInt(100) >= trouble) {
        return Fate.ACCEPTED;
      }
      return Fate.values()[chance.nextInt(Fate.values().length)];
    };
  }

  private void decide() {
    String address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
    if (!run.promises.containsKey(address)) {
      decisions.add(address);
    } else if (random.nextInt(12) == 0) {
      decisions.erase(address);
    } else {
      decisions.take(address, decisions.any(address));
    }
    run.check();
  }

  /**
   * In the end everything works again and everybody is there: within nine days nothing waits, and
   * every edition is covered.
   */
  void settle() {
    run.note("in the end");
    for (String address : List.copyOf(run.promises.keySet())) {
      Promise promise = run.promises.get(address);
      if (promise.state != State.ACTIVE) {
        decisions.take(
            address,
            new Decision(
                address + " is resumed",
                () ->
                    run.application()
                        .readership()
                        .registrar()
                        .resume(run.find(address).orElseThrow()),
                back -> back.resume(run.clock.instant())));
      }
    }
    for (int hour = 0; hour < 9 * 24; hour += 12) {
      plan();
      run.deliver(anyNode(), (recipient, messageId) -> Fate.ACCEPTED, () -> {});
      run.clock.advance(Duration.ofHours(12));
    }
    run.promises.forEach(
        (address, promise) -> {
          if (!promise.waiting.isEmpty()) {
            throw new AssertionError(address + " never gets " + promise.waiting);
          }
        });
  }

  private String anybody() {
    List<String> there = List.copyOf(run.promises.keySet());
    return there.get(random.nextInt(there.size()));
  }

  private Node anyNode() {
    return run.nodes.get(random.nextInt(run.nodes.size()));
  }
}
