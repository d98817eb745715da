package dev.paperboy.bench;

import dev.paperboy.app.Application;
import dev.paperboy.app.Server;
import dev.paperboy.bench.ConstantRate.Outcome;
import dev.paperboy.mail.EmailAddress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A digest run while somebody fills in the form for subscribing, a thousand times a second: each
 * time with another address, from as many networks as wanted.
 */
record SubscriptionStorm(Application application, ConstantRate load) {

  static final int PER_SECOND = 1000;

  /** Longer than any run here. */
  private static final int MOST_REQUESTS = PER_SECOND * 600;

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
      FutureTask<Outcome> storm =
          new FutureTask<>(
              () ->
                  load.run(
                      PER_SECOND,
                      MOST_REQUESTS,
                      number -> form(server.port(), number, networks),
                      () -> !over.get()));
      if (networks > 0) {
        new Thread(storm, "storm").start();
      }
      Thread.sleep(WARM_UP_MILLIS);
      Map<String, Long> before = cpu();
      long start = System.nanoTime();
      application.planner().planAll();
      double millis = (System.nanoTime() - start) / 1e6;
      Map<String, Long> cpu = cpu();
      before.forEach((what, time) -> cpu.merge(what, -time, Long::sum));
      over.set(true);
      return new Run(millis, networks > 0 ? Optional.of(storm.get()) : Optional.empty(), cpu);
    }
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
    return thread.startsWith("HttpClient") || thread.equals("storm") ? "those who ask" : "rest";
  }

  private static HttpRequest form(int port, int number, int networks) {
    int network = number % networks;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/subscribe"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Forwarded-For", "10.%d.%d.1".formatted(network >> 8 & 0xff, network & 0xff))
        .POST(BodyPublishers.ofString("email=storm" + number + "%40example.org&topics=robotics"))
        .build();
  }
}
