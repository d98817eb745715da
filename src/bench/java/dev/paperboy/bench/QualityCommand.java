package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What terms find of what they should find, several ways side by side. */
@Command(
    name = "quality",
    description = "Precision and recall of terms on all real papers, several ways side by side.",
    mixinStandardHelpOptions = true)
final class QualityCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--show",
      paramLabel = "TERM",
      defaultValue = "",
      description = "list what each way misses of this term, and what it finds wrongly")
  private String show = "";

  @Override
  public Integer call() {
    List<Paper> papers = data.papers().all();
    List<Way> ways = ways(papers);
    List<Truth> truths = Truth.all();
    System.out.printf(
        Locale.ROOT,
        "%,d papers, %d terms; precision / recall, %%%n%n",
        papers.size(),
        truths.size());
    List<String> heads = new ArrayList<>(List.of("term", "papers"));
    ways.forEach(way -> heads.add(way.name()));
    TextTable table = new TextTable(heads.toArray(String[]::new));
    List<List<Score>> scores =
        ways.stream().map(way -> (List<Score>) new ArrayList<Score>()).toList();
    for (Truth truth : truths) {
      BitSet papersOfTruth = truth.papers(papers);
      List<Object> row = new ArrayList<>(List.of(truth.term(), papersOfTruth.cardinality()));
      for (int i = 0; i < ways.size(); i++) {
        BitSet found = ways.get(i).find(truth.term());
        Score score = Score.of(found, papersOfTruth);
        scores.get(i).add(score);
        row.add(score);
        show(truth, ways.get(i), found, papersOfTruth, papers);
      }
      table.row(row.toArray());
    }
    List<Score> sums =
        scores.stream().map(each -> each.stream().reduce(Score.NOTHING, Score::plus)).toList();
    addSums(table, sums);
    addMeans(table, scores);
    System.out.println(table);
    return verdict(ways, sums);
  }

  private static List<Way> ways(List<Paper> papers) {
    return List.of(
        PlainWays.contains(papers),
        PlainWays.wholeWords(papers),
        new EnglishIndex("EnglishAnalyzer", new EnglishAnalyzer(), papers),
        new PaperboyWay("Paperboy, no abbr.", BatchMaker.knowingNothing(), papers),
        new PaperboyWay("Paperboy", BatchMaker.taughtBy(papers), papers));
  }

  private static void addSums(TextTable table, List<Score> sums) {
    List<Object> all = new ArrayList<>(List.of("all pairs", sums.get(0).truth()));
    all.addAll(sums);
    table.row(all.toArray());
    List<Object> f1s = new ArrayList<>(List.of("F1 of all pairs", ""));
    sums.forEach(sum -> f1s.add("%.1f".formatted(100 * sum.f1())));
    table.row(f1s.toArray());
  }

  /** In these every term counts the same, however many papers it is in. */
  private static void addMeans(TextTable table, List<List<Score>> scores) {
    List<Object> row = new ArrayList<>(List.of("mean of the terms", ""));
    for (List<Score> each : scores) {
      row.add(
          Score.shown(
              each.stream().mapToDouble(Score::precision).average().orElse(0),
              each.stream().mapToDouble(Score::recall).average().orElse(0)));
    }
    table.row(row.toArray());
  }

  /** Ours is the last one; it must be better than the first three. */
  private static int verdict(List<Way> ways, List<Score> sums) {
    Score ours = sums.get(sums.size() - 1);
    int missed = 0;
    for (int i = 0; i < 3; i++) {
      boolean better = ours.f1() > sums.get(i).f1();
      missed += better ? 0 : 1;
      System.out.printf(
          Locale.ROOT,
          "%s: better than %s: F1 %.1f to %.1f, precision %.1f to %.1f, recall %.1f to %.1f%n",
          better ? "met" : "MISSED",
          ways.get(i).name(),
          100 * ours.f1(),
          100 * sums.get(i).f1(),
          100 * ours.precision(),
          100 * sums.get(i).precision(),
          100 * ours.recall(),
          100 * sums.get(i).recall());
    }
    return missed == 0 ? 0 : 1;
  }

  private void show(Truth truth, Way way, BitSet found, BitSet papersOfTruth, List<Paper> papers) {
    if (truth.term().equals(show)) {
      BitSet missed = (BitSet) papersOfTruth.clone();
      missed.andNot(found);
      BitSet wrong = (BitSet) found.clone();
      wrong.andNot(papersOfTruth);
      missed.stream().forEach(i -> print(way, "misses", papers.get(i)));
      wrong.stream().forEach(i -> print(way, "finds wrongly", papers.get(i)));
    }
  }

  private static void print(Way way, String what, Paper paper) {
    System.out.printf("%s %s: %s%n  %s%n", way.name(), what, paper.title(), paper.abstractText());
  }
}
