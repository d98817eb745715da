package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import dev.paperboy.text.Link;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Phrases of one to four words that stand in papers, as readers might ask for them: within a
 * sentence, without punctuation, neither beginning nor ending with a function word.
 */
final class Phrases {

  private static final int LONGEST = 4;

  /** Of a hundred terms so many have one, two, three and four words, while there are any. */
  private static final int[] MIX = {15, 45, 28, 12};

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("a an the this that these those any all some every each no not nor none both either such"
                  + " i you he she it we they me him us them my your his her its our their who whom"
                  + " is am are was were be been being do does did has have had can may might must"
                  + " will would shall should could and or but so if as than then thus when where"
                  + " while how what which why whose of in on at to by for from with into onto upon"
                  + " up out off via per about after before within without there here also only more"
                  + " most very too between through across over under toward towards during among"
                  + " however yet still even well because since et al")
              .split(" "));

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Paper> papers;

  private Phrases(List<Paper> papers) {
    this.papers = List.copyOf(papers);
    for (int length = 1; length <= LONGEST; length++) {
      counts.add(new LinkedHashMap<>());
    }
  }

  /** The phrases of these papers' titles and abstracts. */
  static Phrases of(List<Paper> papers) {
    Phrases phrases = new Phrases(papers);
    phrases.forEachRun(phrases::count);
    return phrases;
  }

  /**
   * Some of them, each once whatever its letter case, in an order of chance: the more often a
   * phrase stands in the papers, the sooner it is likely to come. Lengths are mixed as people's
   * interests are, as far as the papers have them.
   *
   * @param most how many; fewer if there are no more
   */
  List<String> drawn(int most, Random random) {
    List<Deque<String>> byLength = new ArrayList<>();
    counts.forEach(count -> byLength.add(byChance(count, random)));
    List<String> drawn = new ArrayList<>();
    while (drawn.size() < most && byLength.stream().anyMatch(left -> !left.isEmpty())) {
      String next = byLength.get(length(random)).poll();
      if (next != null) {
        drawn.add(next);
      }
    }
    return drawn;
  }

  /**
   * All of them in an order of chance, and after them, in an order of chance too, what remains of
   * longer phrases if one of the inner words is left out: {@code robust transfer} of {@code robust
   * sim-to-real transfer}. Mostly such terms meet no paper, as terms of one reader alone.
   */
  List<String> drawnWithShortened(int most, Random random) {
    List<String> drawn = drawn(most, random);
    Set<String> shortened = new LinkedHashSet<>();
    forEachRun((text, run) -> addShortened(text, run, shortened));
    shortened.removeIf(phrase -> counts.stream().anyMatch(count -> count.containsKey(phrase)));
    List<String> further = new ArrayList<>(shortened);
    Collections.shuffle(further, random);
    int more = Math.min(further.size(), most - drawn.size());
    drawn.addAll(further.subList(0, more));
    return drawn;
  }

  /** Weighted sampling without replacement (Efraimidis and Spirakis 2006). */
  private static Deque<String> byChance(Map<String, Integer> counts, Random random) {
    record Keyed(String phrase, double key) {}
    List<Keyed> keyed = new ArrayList<>();
    counts.forEach(
        (phrase, count) ->
            keyed.add(new Keyed(phrase, -Math.log(1 - random.nextDouble()) / count)));
    keyed.sort(Comparator.comparingDouble(Keyed::key));
    return new ArrayDeque<>(keyed.stream().map(Keyed::phrase).toList());
  }

  private static int length(Random random) {
    int chance = random.nextInt(100);
    int length = 0;
    while (chance >= MIX[length]) {
      chance -= MIX[length++];
    }
    return length;
  }

  /** Shows each run of up to one word more than a phrase may have, with the text it stands in. */
  private void forEachRun(BiConsumer<String, List<Word>> action) {
    for (Paper paper : papers) {
      forEachRun(paper.title(), action);
      forEachRun(paper.abstractText(), action);
    }
  }

  private static void forEachRun(String text, BiConsumer<String, List<Word>> action) {
    List<Word> words = WordScanner.words(text);
    for (int first = 0; first < words.size(); first++) {
      for (int last = first; last < words.size() && last <= first + LONGEST; last++) {
        if (last > first && !neighbours(words.get(last).link())) {
          break;
        }
        if (content(words.get(first)) && content(words.get(last))) {
          action.accept(text, words.subList(first, last + 1));
        }
      }
    }
  }

  private void count(String text, List<Word> run) {
    if (run.size() <= LONGEST) {
      counts.get(run.size() - 1).merge(text(text, run), 1, Integer::sum);
    }
  }

  private static void addShortened(String text, List<Word> run, Set<String> shortened) {
    for (int left = 1; left < run.size() - 1; left++) {
      String before = text(text, run.subList(0, left));
      shortened.add(before + " " + text(text, run.subList(left + 1, run.size())));
    }
  }

  private static String text(String text, List<Word> run) {
    return text.substring(run.get(0).start(), run.get(run.size() - 1).end())
        .toLowerCase(Locale.ROOT);
  }

  private static boolean neighbours(Link link) {
    return link == Link.SPACE || link == Link.HYPHEN;
  }

  private static boolean content(Word word) {
    return word.folded().length() > 1
        && Character.isLetter(word.folded().charAt(0))
        && !FUNCTION_WORDS.contains(word.folded())
        && !FUNCTION_WORDS.contains(Stem.of(word.folded()));
  }
}
