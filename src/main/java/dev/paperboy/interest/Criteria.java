package dev.paperboy.interest;

import java.util.List;

/**
 * What a paper must meet: one of {@code any} (where there is one), every one of {@code all}, none
 * of {@code not}. At least one of {@code any} and {@code all} is filled.
 */
public record Criteria(List<Term> any, List<Term> all, List<Term> not, Scope in) {

  /** Which part of a paper the terms of an interest are looked up in. */
  public enum Scope {
    TITLE,
    ABSTRACT,
    ANYWHERE
  }

  public Criteria {
    any = List.copyOf(any);
    all = List.copyOf(all);
    not = List.copyOf(not);
  }
}
