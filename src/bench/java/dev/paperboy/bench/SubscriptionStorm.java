package dev.paperboy.bench;

import dev.paperboy.app.Application;
import dev.paperboy.app.Server;
import dev.paperboy.bench.ConstantRate.Outcome;
import dev.paperboy.mail.EmailAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A digest run while somebody fills in the form for subscribing, a thousand times a second: each
 * time with another address, from as many networks as wanted.
 */
record SubscriptionStorm(Application application) {

  static final int PER_SECOND = 1000;

  private static final int CONNECTIONS = 20;
  private static final int WARM_UP_MILLIS = 2000;

  /**
   * A run, and what came of the storm.
   *
   * @param millis from the first reader planned for to the last mail in the outbox
   * @param cpu milliseconds of processor time meanwhile, by what its threads are for
   */
  record Run(double millis, Optional<Outcome> storm, Map<String, Long> cpu) {}

  void addReaders(int readers, List<String> interests) {
    for (int i = 0; i < readers; i++) {
      String document = "interests:\n  - \"%s\"\n".formatted(interests.get(i % interests.size()));
      application
          .readership()
          .registrar()
          .add(EmailAddress.parse("reader" + i + "@example.org").orElseThrow(), document);
    }
  }

  /**
   * Plans for everybody. What delivering costs is another area's matter.
   *
   * @param networks 0: no storm
   */
  Run run(int networks) throws Exception {
    try (Server server = Server.start(application)) {
      AtomicBoolean over = new AtomicBoolean();
      List<FutureTask<Outcome>> storm = new ArrayList<>();
      for (int first = 0; networks > 0 && first < CONNECTIONS; first++) {
        int number = first;
        storm.add(new FutureTask<>(() -> send(server.port(), number, networks, over)));
      }
      storm.forEach(part -> new Thread(part, "storm").start());
      Thread.sleep(WARM_UP_MILLIS);
      Map<String, Long> before = cpu();
      long start = System.nanoTime();
      application.planner().planAll();
      double millis = (System.nanoTime() - start) / 1e6;
      Map<String, Long> cpu = cpu();
      before.forEach((what, time) -> cpu.merge(what, -time, Long::sum));
      over.set(true);
      List<Outcome> outcomes = new ArrayList<>();
      for (FutureTask<Outcome> part : storm) {
        outcomes.add(part.get());
      }
      return new Run(millis, Outcome.together(outcomes), cpu);
    }
  }

  /**
   * One connection's part: every so many forms, each when it is due by the rate of all; late ones
   * at once. A time counts from when it was due.
   */
  private static Outcome send(int port, int first, int networks, AtomicBoolean over)
      throws IOException {
    List<Double> millis = new ArrayList<>();
    Map<Integer, Integer> statuses = new TreeMap<>();
    long start = System.nanoTime();
    try (FormSender sender = new FormSender(port)) {
      for (int number = first; !over.get(); number += CONNECTIONS) {
        long due = start + number * 1_000_000_000L / PER_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        int network = number % networks;
        int status =
            sender.send(
                "/subscribe",
                "10.%d.%d.1".formatted(network >> 8 & 0xff, network & 0xff),
                "email=storm" + number + "%40example.org&topics=robotics");
        statuses.merge(status, 1, Integer::sum);
        millis.add((System.nanoTime() - due) / 1e6);
      }
    }
    return new Outcome(millis.stream().mapToDouble(d -> d).sorted().toArray(), statuses);
  }

  /** In milliseconds, of the threads there are. */
  private static Map<String, Long> cpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, Long> cpu = new TreeMap<>();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null) {
        long millis = threads.getThreadCpuTime(thread.getThreadId()) / 1_000_000;
        cpu.merge(purpose(thread.getThreadName()), millis, Long::sum);
      }
    }
    return cpu;
  }

  private static String purpose(String thread) {
    if (thread.startsWith("Jetty")) {
      return "pages";
    }
    if (thread.equals("main")) {
      return "run";
    }
    return thread.equals("storm") ? "those who ask" : "rest";
  }
}
