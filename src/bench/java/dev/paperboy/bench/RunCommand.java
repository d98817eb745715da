package dev.paperboy.bench;

import dev.paperboy.digest.WholeRun;
import dev.paperboy.digest.WholeRun.Outcome;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.Interests;
import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A run for everybody: the papers read once, then every reader's interests matched and ranked. */
@Command(
    name = "run",
    description = "Matching, ranking and cutting for all subscribers, loaded and from the store.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  /** Ten times the readers may take so many times longer; what is above ten is noise. */
  private static final double MOST_GROWTH = 11.5;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "10000,100000,1000000",
      description = "numbers of subscribers (default: ${DEFAULT-VALUE})")
  private List<Integer> sizes = List.of();

  @Option(names = "--rounds", defaultValue = "3", description = "rounds that count (default: 3)")
  private int rounds;

  @Option(names = "--warmups", defaultValue = "1", description = "rounds before (default: 1)")
  private int warmups;

  @Option(
      names = "--threads",
      description = "threads that share the work (default: ${DEFAULT-VALUE})")
  private int threads = BatchMaker.MOST_THREADS;

  @Option(
      names = "--goal-loaded",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "for the last size, interests loaded (default: 3)")
  private double goalLoaded;

  @Option(
      names = "--goal-stored",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "for the last size, interests from the store (default: 30)")
  private double goalStored;

  @Option(names = "--loaded-only", description = "leave the store out")
  private boolean loadedOnly;

  private record Row(int size, double loaded, double stored, Outcome outcome) {}

  @Override
  public Integer call() throws Exception {
    RealPapers papers = data.papers();
    Phrases phrases = Phrases.of(papers.all());
    System.out.printf(
        Locale.ROOT,
        "%d papers, %d threads, heap %d MB, %d rounds after %d to warm up; H2 in a file%n%n",
        papers.batch().size(),
        threads,
        Runtime.getRuntime().maxMemory() >> 20,
        rounds,
        warmups);
    List<Row> rows = new ArrayList<>();
    TextTable table =
        new TextTable("subscribers", "loaded, s", "µs each", "stored, s", "µs each", "papers each");
    for (int size : sizes) {
      Row row = measure(Readers.zipf(phrases, size), papers.batch());
      rows.add(row);
      table.row(
          "%,d".formatted(size),
          "%.2f".formatted(row.loaded / 1e3),
          "%.2f".formatted(row.loaded * 1e3 / size),
          loadedOnly ? "" : "%.2f".formatted(row.stored / 1e3),
          loadedOnly ? "" : "%.2f".formatted(row.stored * 1e3 / size),
          "%.1f".formatted((double) row.outcome.papers() / size));
    }
    System.out.println(table);
    return verdict(rows) ? 0 : 1;
  }

  private Row measure(Readers readers, List<Paper> papers) throws Exception {
    Timings loaded = new Timings(Timings.Clock.WALL);
    Timings stored = new Timings(Timings.Clock.WALL);
    Outcome outcome = overLoaded(readers, papers, loaded);
    if (loadedOnly) {
      return new Row(readers.count(), loaded.median(warmups), 0, outcome);
    }
    Outcome same = overStored(readers, papers, stored);
    if (!same.equals(outcome)) {
      throw new IllegalStateException("loaded " + outcome + ", stored " + same);
    }
    return new Row(readers.count(), loaded.median(warmups), stored.median(warmups), outcome);
  }

  private Outcome overLoaded(Readers readers, List<Paper> papers, Timings timings)
      throws Exception {
    List<Interests> documents = documents(readers);
    Outcome outcome = new Outcome(0, 0, 0);
    for (int round = 0; round < warmups + rounds; round++) {
      System.gc();
      outcome = timings.time(() -> run(papers).overLoaded(documents));
    }
    return outcome;
  }

  private Outcome overStored(Readers readers, List<Paper> papers, Timings timings)
      throws Exception {
    Outcome outcome = new Outcome(0, 0, 0);
    try (ReaderStore store = ReaderStore.of(readers)) {
      for (int round = 0; round < warmups + rounds; round++) {
        System.gc();
        outcome = timings.time(() -> run(papers).overStored(store.store(), readers.count()));
      }
    }
    return outcome;
  }

  /** A new run: nothing is known of the papers yet. */
  private WholeRun run(List<Paper> papers) {
    return new WholeRun(BatchMaker.knowingNothing().batch(papers), threads);
  }

  private static List<Interests> documents(Readers readers) {
    List<Interest> interests =
        readers.phrases().stream()
            .map(phrase -> new Interest(phrase, TermCriteria.of(phrase), 1))
            .toList();
    return IntStream.range(0, readers.count())
        .mapToObj(
            reader ->
                IntStream.range(0, Readers.TERMS)
                    .mapToObj(place -> interests.get(readers.asked(reader, place)))
                    .toList())
        .map(five -> new Interests(five, List.of(), DigestWishes.DEFAULT, null))
        .toList();
  }

  private boolean verdict(List<Row> rows) {
    boolean met = verdict("loaded", rows, Row::loaded, goalLoaded);
    return loadedOnly ? met : met & verdict("stored", rows, Row::stored, goalStored);
  }

  private static boolean verdict(
      String what, List<Row> rows, ToDoubleFunction<Row> millis, double mostSeconds) {
    Row last = rows.get(rows.size() - 1);
    boolean met = goal(what + ", s", millis.applyAsDouble(last) / 1e3, mostSeconds);
    for (int i = 1; i < rows.size(); i++) {
      Row smaller = rows.get(i - 1);
      Row larger = rows.get(i);
      met &=
          goal(
              "%s, %,d to %,d, times".formatted(what, smaller.size, larger.size),
              millis.applyAsDouble(larger) / millis.applyAsDouble(smaller),
              MOST_GROWTH * larger.size / smaller.size / 10);
    }
    return met;
  }

  private static boolean goal(String what, double value, double most) {
    boolean met = value <= most;
    System.out.printf(
        Locale.ROOT,
        "%s: %s %.2f (goal: at most %.1f)%n",
        met ? "met" : "MISSED",
        what,
        value,
        most);
    return met;
  }
}
