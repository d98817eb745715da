package dev.paperboy.bench;

import dev.paperboy.bench.LuceneMonitor.Picking;
import dev.paperboy.bench.MatchingRace.Lucene;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Matching against Lucene Monitor: the same terms, tokens and papers, in the same JVM. */
@Command(
    name = "matching",
    description = "Speed of matching, side by side with Lucene Monitor, and whether both agree.",
    mixinStandardHelpOptions = true)
final class MatchingCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--rounds", defaultValue = "7", description = "rounds that count (default: 7)")
  private int rounds;

  @Option(names = "--warmups", defaultValue = "3", description = "rounds before (default: 3)")
  private int warmups;

  @Option(
      names = "--zipf",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "subscribers of the Zipf variant (default: 1,000,000)")
  private int zipf;

  @Option(
      names = "--distinct",
      paramLabel = "N",
      defaultValue = "100000",
      description = "subscribers of the mostly distinct variant (default: 100,000)")
  private int distinct;

  @Option(
      names = "--goal-match",
      paramLabel = "TIMES",
      defaultValue = "10",
      description = "match alone, Zipf: so many times faster than Lucene (default: 10)")
  private double goalMatch;

  @Option(
      names = "--goal-register",
      paramLabel = "TIMES",
      defaultValue = "20",
      description = "register and match, mostly distinct: so many times faster (default: 20)")
  private double goalRegister;

  @Option(
      names = "--lucene",
      split = ",",
      defaultValue = "NONE,TERM",
      description =
          "ways to use Lucene Monitor; goals count against the fastest:"
              + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private List<Picking> pickings = List.of();

  @Option(
      names = "--clock",
      defaultValue = "WALL",
      description =
          "time that passes, or the processor's: ${COMPLETION-CANDIDATES} (default: WALL)")
  private Timings.Clock clock = Timings.Clock.WALL;

  @Override
  public Integer call() throws Exception {
    RealPapers papers = data.papers();
    Phrases phrases = Phrases.of(papers.all());
    System.out.printf(
        Locale.ROOT,
        "%d papers of %d listings; phrases from %d papers; %d rounds after %d to warm up%n%n",
        papers.batch().size(),
        papers.listings(),
        papers.all().size(),
        rounds,
        warmups);
    MatchingRace race =
        new MatchingRace(
            papers.batch(), new MatchingRace.Setting(pickings, clock, warmups, rounds));
    MatchingRace.Result popular = race.run(Readers.zipf(phrases, zipf).distinct());
    print("%,d subscribers, Zipf".formatted(zipf), popular);
    MatchingRace.Result rare = race.run(Readers.mostlyDistinct(phrases, distinct).distinct());
    print("%,d subscribers, mostly distinct".formatted(distinct), rare);
    boolean fast = true;
    for (boolean papersOnly : kinds()) {
      String by = papersOnly ? " that gives papers only" : " that gives the words found, as ours";
      fast &= goal("match alone, Zipf", popular.matchTimes(papersOnly), by, goalMatch);
      fast &=
          goal(
              "register and match, distinct",
              rare.registerAndMatchTimes(papersOnly),
              by,
              goalRegister);
    }
    return fast && popular.agreement().holds() && rare.agreement().holds() ? 0 : 1;
  }

  private void print(String title, MatchingRace.Result result) {
    TextTable table =
        new TextTable("medians, ms (%s)".formatted(clock), "register", "match", "both");
    for (Lucene lucene : result.lucenes()) {
      String name = "Lucene Monitor, " + lucene.picking().shown();
      table.row(
          name,
          Timings.shown(lucene.register()),
          Timings.shown(lucene.match()),
          Timings.shown(lucene.both()));
    }
    table.row("Paperboy", "", Timings.shown(result.match()), Timings.shown(result.both()));
    for (boolean papersOnly : kinds()) {
      table.row(
          papersOnly ? "times faster, papers only" : "times faster, words found",
          "",
          "%.1f".formatted(result.matchTimes(papersOnly)),
          "%.1f".formatted(result.registerAndMatchTimes(papersOnly)));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,d distinct terms%n%n%s%n%s%n%n",
        title,
        result.terms(),
        table,
        result.agreement());
  }

  /** Of results: papers only, and the words found as well, as far as they take part. */
  private List<Boolean> kinds() {
    return Stream.of(true, false)
        .filter(kind -> pickings.stream().anyMatch(each -> each.papersOnly() == kind))
        .toList();
  }

  private static boolean goal(String what, double times, String by, double goal) {
    boolean met = times >= goal;
    System.out.printf(
        Locale.ROOT,
        "%s: %s %.1f times faster than Lucene Monitor%s (goal %.0f)%n",
        met ? "met" : "MISSED",
        what,
        times,
        by,
        goal);
    return met;
  }
}
