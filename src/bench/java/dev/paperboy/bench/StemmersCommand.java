package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * How stemmers judge pairs of words that people have judged. A mistake weighs as many papers as
 * have one of the two words and not the other: those are shown wrongly, or missed, when a reader
 * asks for either word.
 */
@Command(
    name = "stemmers",
    description = "Wrong merges and wrong splits of stemmers, weighed by papers.",
    mixinStandardHelpOptions = true)
final class StemmersCommand implements Callable<Integer> {

  private static final int MOST_EXAMPLES = 12;

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    Map<String, BitSet> papersByWord = papersByWord(data.papers().all());
    List<StemPair> pairs = StemPair.all();
    List<StemPair> absent =
        pairs.stream()
            .filter(
                pair ->
                    !papersByWord.containsKey(pair.one())
                        || !papersByWord.containsKey(pair.other()))
            .toList();
    if (!absent.isEmpty()) {
      System.out.println("Not both in the papers: " + absent);
      return 1;
    }
    System.out.printf(
        Locale.ROOT,
        "%d pairs that belong together, %d that must stay apart%n%n",
        pairs.stream().filter(StemPair::together).count(),
        pairs.stream().filter(pair -> !pair.together()).count());
    TextTable table =
        new TextTable(
            "stemmer", "wrong splits", "papers", "wrong merges", "papers", "papers, both");
    StringBuilder examples = new StringBuilder();
    for (Stemming stemming : Stemming.values()) {
      List<StemPair> wrong = pairs.stream().filter(pair -> pair.wrongBy(stemming)).toList();
      List<StemPair> splits = wrong.stream().filter(StemPair::together).toList();
      List<StemPair> merges = wrong.stream().filter(pair -> !pair.together()).toList();
      int lost = weight(splits, papersByWord);
      int gained = weight(merges, papersByWord);
      table.row(stemming.shown(), splits.size(), lost, merges.size(), gained, lost + gained);
      examples.append(examples(stemming, "splits", splits, papersByWord));
      examples.append(examples(stemming, "merges", merges, papersByWord));
    }
    System.out.println(table);
    System.out.print(examples);
    return 0;
  }

  private static Map<String, BitSet> papersByWord(List<Paper> papers) {
    Map<String, BitSet> byWord = new HashMap<>();
    for (int i = 0; i < papers.size(); i++) {
      for (String text : List.of(papers.get(i).title(), papers.get(i).abstractText())) {
        for (Word word : WordScanner.words(text)) {
          byWord.computeIfAbsent(word.folded(), key -> new BitSet()).set(i);
        }
      }
    }
    return byWord;
  }

  private static int weight(List<StemPair> pairs, Map<String, BitSet> papersByWord) {
    return pairs.stream().mapToInt(pair -> weight(pair, papersByWord)).sum();
  }

  private static int weight(StemPair pair, Map<String, BitSet> papersByWord) {
    BitSet onlyOne = (BitSet) papersByWord.getOrDefault(pair.one(), new BitSet()).clone();
    onlyOne.xor(papersByWord.getOrDefault(pair.other(), new BitSet()));
    return onlyOne.cardinality();
  }

  private static String examples(
      Stemming stemming, String what, List<StemPair> wrong, Map<String, BitSet> papersByWord) {
    String worst =
        wrong.stream()
            .sorted(Comparator.comparingInt((StemPair pair) -> -weight(pair, papersByWord)))
            .limit(MOST_EXAMPLES)
            .map(pair -> pair + " " + weight(pair, papersByWord))
            .collect(Collectors.joining(", "));
    return stemming.shown() + ", " + what + ": " + (worst.isEmpty() ? "none" : worst) + "\n";
  }
}
