package dev.paperboy.bench;

import dev.paperboy.bench.LuceneMonitor.Picking;
import dev.paperboy.interest.Criteria;
import dev.paperboy.match.Match;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Our matcher and Lucene's, round by round in turn, on one thread each. What a matcher must do once
 * for a term is its registering; what it must do for every new batch of papers, reading them
 * included, is its matching. Ours keeps from batch to batch what {@link BatchMaker} keeps: its
 * first batch registers and matches, its second one matches.
 */
final class MatchingRace {

  private final List<Paper> papers;
  private final Setting setting;

  /**
   * How it is run.
   *
   * @param pickings the ways to use Lucene's Monitor that take part
   * @param warmups rounds before those that count
   */
  record Setting(List<Picking> pickings, Timings.Clock clock, int warmups, int rounds) {
    Setting {
      pickings = List.copyOf(pickings);
    }
  }

  MatchingRace(List<Paper> papers, Setting setting) {
    this.papers = List.copyOf(papers);
    this.setting = setting;
  }

  /** Medians of one way to use Lucene's Monitor, in milliseconds. */
  record Lucene(Picking picking, double register, double match) {

    double both() {
      return register + match;
    }
  }

  /**
   * What came out; times in milliseconds.
   *
   * @param terms how many distinct ones
   * @param match ours, of a batch with terms that were looked up before
   * @param both ours, of a batch with terms that are new
   */
  record Result(int terms, double match, double both, List<Lucene> lucenes, Agreement agreement) {

    Result {
      lucenes = List.copyOf(lucenes);
    }

    /**
     * How many times faster ours is than the fastest of the others.
     *
     * @param papersOnly of those that give papers only, or of those that give the words found too
     */
    double matchTimes(boolean papersOnly) {
      return fastest(papersOnly, Lucene::match) / match;
    }

    /** The same, new terms included. */
    double registerAndMatchTimes(boolean papersOnly) {
      return fastest(papersOnly, Lucene::both) / both;
    }

    private double fastest(boolean papersOnly, ToDoubleFunction<Lucene> time) {
      return lucenes.stream()
          .filter(lucene -> lucene.picking.papersOnly() == papersOnly)
          .mapToDouble(time)
          .min()
          .orElse(Double.NaN);
    }
  }

  /** The rounds of one way to use Lucene's Monitor. */
  private record Lane(Picking picking, Timings register, Timings match) {

    Pairs run(List<String> terms, List<Paper> papers) throws Exception {
      System.gc();
      try (LuceneMonitor monitor = new LuceneMonitor(picking)) {
        register.time(
            () -> {
              monitor.register(terms);
              return terms.size();
            });
        return match.time(() -> monitor.match(papers));
      }
    }

    Lucene median(int warmups) {
      return new Lucene(picking, register.median(warmups), match.median(warmups));
    }
  }

  Result run(List<String> terms) throws Exception {
    List<Criteria> criteria = terms.stream().map(TermCriteria::of).toList();
    List<Lane> lanes =
        setting.pickings.stream()
            .map(each -> new Lane(each, new Timings(setting.clock), new Timings(setting.clock)))
            .toList();
    Timings first = new Timings(setting.clock);
    Timings second = new Timings(setting.clock);
    Pairs ours = new Pairs();
    List<Pairs> theirs = new ArrayList<>();
    for (int round = 0; round < setting.warmups + setting.rounds; round++) {
      System.gc();
      BatchMaker maker = BatchMaker.knowingNothing();
      first.time(() -> matched(maker.batch(papers), criteria));
      System.gc();
      ours = second.time(() -> matched(maker.batch(papers), criteria));
      theirs.clear();
      for (Lane lane : lanes) {
        theirs.add(lane.run(terms, papers));
      }
    }
    PaperBatch batch = BatchMaker.knowingNothing().batch(papers);
    return new Result(
        terms.size(),
        second.median(setting.warmups),
        first.median(setting.warmups),
        lanes.stream().map(lane -> lane.median(setting.warmups)).toList(),
        Agreement.of(terms, batch, ours, theirs.get(0)));
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
