package dev.paperboy.match;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Term;
import dev.paperboy.paper.Paper;
import java.util.List;
import java.util.Set;

/**
 * Some papers, analysed once, that interests are held against. Remembers the answer to each
 * distinct criteria and term. Not for use by several threads at once.
 */
public final class PaperBatch {

  private final List<Paper> papers;

  public PaperBatch(List<Paper> papers) {
    this.papers = List.copyOf(papers);
  }

  /** The papers, in the order given. */
  public List<Paper> papers() {
    return papers;
  }

  /** The papers that meet the criteria, best first; ties in the order of the batch. */
  public List<Match> matches(Criteria criteria) {
    throw new IllegalStateException(criteria.toString());
  }

  /** The papers with the term anywhere: what a mute hides. */
  public Set<Paper> mentioning(Term term) {
    throw new IllegalStateException(term.toString());
  }
}
