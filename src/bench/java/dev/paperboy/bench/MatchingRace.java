package dev.paperboy.bench;

import dev.paperboy.interest.Criteria;
import dev.paperboy.match.Match;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two matchers, round by round in turn, on one thread each. What a matcher must do once for a term
 * is its registering; what it must do for every new batch of papers, reading them included, is its
 * matching. Ours keeps from batch to batch what {@link BatchMaker} keeps; its first batch registers
 * and matches, its second one matches.
 */
final class MatchingRace {

  private final List<Paper> papers;
  private final Setting setting;

  /**
   * How it is run.
   *
   * @param warmups rounds before those that count
   */
  record Setting(LuceneMonitor.Picking presearcher, Timings.Clock clock, int warmups, int rounds) {}

  MatchingRace(List<Paper> papers, Setting setting) {
    this.papers = List.copyOf(papers);
    this.setting = setting;
  }

  /**
   * What came out; times in milliseconds.
   *
   * @param terms how many distinct ones
   */
  record Result(int terms, Sides register, Sides match, Sides both, Agreement agreement) {

    double matchTimes() {
      return match.theirs / match.ours;
    }

    double registerAndMatchTimes() {
      return both.theirs / both.ours;
    }

    /** Lines of a table: who, registering, matching, both. */
    List<List<String>> rows() {
      return List.of(
          List.of(
              "Lucene Monitor", shown(register.theirs), shown(match.theirs), shown(both.theirs)),
          List.of("Paperboy", shown(register.ours), shown(match.ours), shown(both.ours)),
          List.of("times faster", "", times(matchTimes()), times(registerAndMatchTimes())));
    }

    private static String shown(double millis) {
      return Timings.shown(millis);
    }

    private static String times(double times) {
      return "%.1f".formatted(times);
    }
  }

  /** Milliseconds of both. */
  record Sides(double ours, double theirs) {}

  Result run(List<String> terms) throws Exception {
    List<Criteria> criteria = terms.stream().map(TermCriteria::of).toList();
    Timings first = new Timings(setting.clock);
    Timings second = new Timings(setting.clock);
    Timings register = new Timings(setting.clock);
    Timings match = new Timings(setting.clock);
    Pairs ours = new Pairs();
    Pairs theirs = new Pairs();
    for (int round = 0; round < setting.warmups + setting.rounds; round++) {
      System.gc();
      BatchMaker maker = BatchMaker.knowingNothing();
      first.time(() -> matched(maker.batch(papers), criteria));
      System.gc();
      ours = second.time(() -> matched(maker.batch(papers), criteria));
      System.gc();
      try (LuceneMonitor monitor = new LuceneMonitor(setting.presearcher)) {
        register.time(
            () -> {
              monitor.register(terms);
              return terms.size();
            });
        theirs = match.time(() -> monitor.match(papers));
      }
    }
    Agreement agreement =
        Agreement.of(terms, BatchMaker.knowingNothing().batch(papers), ours, theirs);
    double both = first.median(setting.warmups);
    double alone = second.median(setting.warmups);
    double theirRegister = register.median(setting.warmups);
    double theirMatch = match.median(setting.warmups);
    return new Result(
        terms.size(),
        new Sides(Math.max(0, both - alone), theirRegister),
        new Sides(alone, theirMatch),
        new Sides(both, theirRegister + theirMatch),
        agreement);
  }

  private static Pairs matched(PaperBatch batch, List<Criteria> criteria) {
    Map<Paper, Integer> indexes = new IdentityHashMap<>();
    batch.papers().forEach(paper -> indexes.put(paper, indexes.size()));
    Pairs pairs = new Pairs();
    for (int term = 0; term < criteria.size(); term++) {
      for (Match match : batch.matches(criteria.get(term))) {
        pairs.add(term, indexes.getOrDefault(match.paper(), -1));
      }
    }
    return pairs;
  }
}
