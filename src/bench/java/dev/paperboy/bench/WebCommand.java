package dev.paperboy.bench;

import dev.paperboy.app.Application;
import dev.paperboy.app.Config;
import dev.paperboy.app.ConfigReader;
import dev.paperboy.app.Server;
import dev.paperboy.bench.ConstantRate.Outcome;
import dev.paperboy.digest.Lookback;
import dev.paperboy.interest.Interests;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pages over HTTP on loopback, server and client in one process. */
@Command(
    name = "web",
    description = "Pages, search, preview, and a storm of subscriptions during a digest run.",
    mixinStandardHelpOptions = true)
final class WebCommand implements Callable<Integer> {

  private static final List<String> QUERIES =
      List.of(
          "diffusion models",
          "reinforcement learning",
          "\"world model\"",
          "video generation",
          "finetuning",
          "RL",
          "unlearn*",
          "graph neural networks -molecule",
          "=RAG",
          "large language models",
          "author:wang",
          "text to image editing",
          "benchmark",
          "the",
          "\"chain of thought\" reasoning",
          "multi-modal agents",
          "speech",
          "3D gaussian splatting",
          "code generation",
          "attention sparse long context");

  /** What readers ask for: none of them is a word that nearly every paper has. */
  private static final List<String> INTERESTS =
      List.of(
          "diffusion model",
          "reinforcement learning",
          "world model",
          "video generation",
          "fine-tuning",
          "unlearn*",
          "graph neural network",
          "=RAG",
          "large language model",
          "image editing",
          "chain of thought",
          "multi-modal",
          "speech synthesis",
          "3D gaussian splatting",
          "code generation",
          "sparse attention",
          "robot manipulation",
          "knowledge distillation",
          "federated learning",
          "time series");

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--papers",
      defaultValue = "10000",
      description = "in the archive (default: 10000)")
  private int papers;

  @Option(names = "--rate", defaultValue = "200", description = "pages a second (default: 200)")
  private int rate;

  @Option(names = "--seconds", defaultValue = "30", description = "of each load (default: 30)")
  private int seconds;

  @Option(names = "--readers", defaultValue = "50000", description = "of the run (default: 50000)")
  private int readers;

  @Option(
      names = "--networks",
      defaultValue = "1000",
      description = "from which the second storm comes; the first is from one (default: 1000)")
  private int networks;

  private final ConstantRate load = new ConstantRate();
  private final TextTable table =
      new TextTable("load", "a second", "p50, ms", "p95, ms", "p99, ms", "most, ms");
  private boolean met = true;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("paperboy-bench-web");
    try {
      pages(folder.resolve("pages"));
      storm(folder.resolve("storm"));
    } finally {
      delete(folder);
    }
    System.out.println(table);
    return met ? 0 : 1;
  }

  private void pages(Path folder) throws Exception {
    try (Application application = open(folder, 0)) {
      RealPapers real = data.papers();
      new ManyPapers(real.all()).fill(application.archive(), papers, LocalDate.now(ZoneOffset.UTC));
      try (Server server = Server.start(application)) {
        awaitSearch(server.port());
        int editions = application.archive().newestEdition();
        goal("home page, p99", measure("home", rate, server, i -> "/").percentile(99), 20);
        goal(
            "edition page, p99",
            measure("edition", rate, server, i -> "/editions/" + (1 + i * 7 % editions))
                .percentile(99),
            20);
        goal(
            "paper page, p99",
            measure("paper", rate, server, i -> "/papers/" + (1 + i * 13 % papers)).percentile(99),
            20);
        goal(
            "search, p95",
            measure("search", 20, server, i -> "/search?q=" + query(i)).percentile(95),
            50);
      }
      preview(application);
    }
  }

  private Outcome measure(String what, int perSecond, Server server, IntFunction<String> paths)
      throws InterruptedException {
    IntFunction<HttpRequest> requests = i -> get(server.port(), paths.apply(i));
    load.run(perSecond, perSecond * Math.max(5, seconds / 3), requests);
    Outcome outcome = load.run(perSecond, perSecond * seconds, requests);
    if (outcome.answered(200) != outcome.millis().length) {
      throw new IllegalStateException(what + ": " + outcome.statuses());
    }
    row(what, perSecond, outcome);
    return outcome;
  }

  /** Twenty interests on the whole archive, as the editor asks for them while somebody types. */
  private void preview(Application application) throws Exception {
    StringBuilder document = new StringBuilder("interests:\n");
    INTERESTS.forEach(phrase -> document.append("  - \"").append(phrase).append("\"\n"));
    Interests interests =
        application.readership().parser().parse(document.toString()).interests().orElseThrow();
    Lookback lookback = new Lookback(application.archive(), 10_000);
    double[] millis = new double[30];
    for (int round = -5; round < millis.length; round++) {
      long start = System.nanoTime();
      lookback.advice(interests);
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    Outcome outcome = new Outcome(millis, Map.of());
    row("preview, 20 interests", 0, outcome);
    goal("preview of 20 interests, p95", outcome.percentile(95), 200);
  }

  /** A digest run alone, then while a thousand subscriptions a second come in. */
  private void storm(Path folder) throws Exception {
    run(folder.resolve("warm-up"), 0);
    double alone = run(folder.resolve("alone"), 0);
    for (int from : List.of(1, networks)) {
      double stormed = run(folder.resolve("storm-" + from), from);
      System.out.printf(
          Locale.ROOT,
          "digest run for %,d readers: alone %.2f s, during the storm from %,d networks %.2f s%n",
          readers,
          alone / 1e3,
          from,
          stormed / 1e3);
      goal("digest run during the storm, times", stormed / alone, 1.5);
    }
  }

  private double run(Path folder, int from) throws Exception {
    try (Application application = open(folder, 600)) {
      new ManyPapers(data.papers().all())
          .fill(application.archive(), 200, LocalDate.now(ZoneOffset.UTC));
      SubscriptionStorm storm = new SubscriptionStorm(application);
      storm.addReaders(readers, INTERESTS);
      SubscriptionStorm.Run run = storm.run(from);
      run.storm()
          .ifPresent(
              outcome -> {
                row("storm, networks: " + from, SubscriptionStorm.PER_SECOND, outcome);
                System.out.println("answers to the storm, by status: " + outcome.statuses());
              });
      System.out.println("processor time during the run, ms: " + run.cpu());
      return run.millis();
    }
  }

  private static Application open(Path folder, int perMinute) throws Exception {
    Files.createDirectories(folder);
    String text =
        """
        base_url: http://localhost:8080
        web: {port: 0, per_minute: %d, proxies: 1}
        delivery: {check_every: 1h}
        """
            .formatted(perMinute);
    Config config = ConfigReader.read(text, folder.resolve("config.yml"), Map.of());
    return Application.open(config, Clock.systemUTC());
  }

  private void awaitSearch(int port) throws Exception {
    long start = System.nanoTime();
    while (load.run(1, 1, i -> get(port, "/search?q=word")).answered(200) == 0) {
      Thread.sleep(100);
    }
    System.out.printf(
        Locale.ROOT, "search ready after %.1f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static String query(int number) {
    return URLEncoder.encode(QUERIES.get(number % QUERIES.size()), StandardCharsets.UTF_8);
  }

  private static HttpRequest get(int port, String path) {
    return HttpRequest.newBuilder(uri(port, path)).build();
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private void row(String what, int perSecond, Outcome outcome) {
    table.row(
        what,
        perSecond == 0 ? "" : "%,d".formatted(perSecond),
        Timings.shown(outcome.percentile(50)),
        Timings.shown(outcome.percentile(95)),
        Timings.shown(outcome.percentile(99)),
        Timings.shown(outcome.percentile(100)));
  }

  private void goal(String what, double value, double most) {
    boolean good = value <= most;
    met &= good;
    System.out.printf(
        Locale.ROOT,
        "%s: %s %.2f (goal: at most %.1f)%n",
        good ? "met" : "MISSED",
        what,
        value,
        most);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
