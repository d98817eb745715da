package dev.paperboy.bench;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Term;
import java.util.List;

/** What a reader says who lists nothing but a phrase. */
public final class TermCriteria {

  private TermCriteria() {}

  /** Papers that have the term anywhere. */
  public static Criteria of(String written) {
    return new Criteria(List.of(Term.of(written)), List.of(), List.of(), Scope.ANYWHERE);
  }
}
