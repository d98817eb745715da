package dev.paperboy.bench;

import dev.paperboy.match.Match;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Our own matcher. */
final class PaperboyWay implements Way {

  private final String name;
  private final PaperBatch batch;
  private final Map<Paper, Integer> indexes = new IdentityHashMap<>();

  PaperboyWay(String name, BatchMaker maker, List<Paper> papers) {
    this.name = name;
    this.batch = maker.batch(papers);
    papers.forEach(paper -> indexes.put(paper, indexes.size()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public BitSet find(String term) {
    BitSet found = new BitSet();
    for (Match match : batch.matches(TermCriteria.of(term))) {
      found.set(indexes.getOrDefault(match.paper(), -1));
    }
    return found;
  }
}
