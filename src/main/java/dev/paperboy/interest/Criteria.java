package dev.paperboy.interest;

import java.util.List;

/**
 * What a paper must meet: one of {@code any} (where there is one), every one of {@code all}, none
 * of {@code not}, and the source and the votes. At least one of {@code any}, {@code all} and the
 * source says what to look for.
 *
 * @param in where the terms are looked up
 * @param source who made the paper
 * @param votes the fewest votes it must have; 0 for any
 */
public record Criteria(
    List<Term> any, List<Term> all, List<Term> not, Scope in, Source source, int votes) {

  /** Which part of a paper the terms of an interest are looked up in. */
  public enum Scope {
    TITLE,
    ABSTRACT,
    ANYWHERE
  }

  /**
   * Who made a paper: one of the authors (where there are any) and one of the organizations (where
   * there are any), as the reader wrote them.
   */
  public record Source(List<String> authors, List<String> organizations) {

    /** Whoever made it. */
    public static final Source ANYBODY = new Source(List.of(), List.of());

    public Source {
      authors = List.copyOf(authors);
      organizations = List.copyOf(organizations);
    }
  }

  public Criteria {
    any = List.copyOf(any);
    all = List.copyOf(all);
    not = List.copyOf(not);
  }

  /** Only words count, whoever made the paper. */
  public Criteria(List<Term> any, List<Term> all, List<Term> not, Scope in) {
    this(any, all, not, in, Source.ANYBODY, 0);
  }

  /** As of any record, but it passes over what most interests leave out: millions are looked up. */
  @Override
  public int hashCode() {
    int hash = 31 * votes + in.ordinal();
    hash = 31 * hash + (any.isEmpty() ? 0 : any.hashCode());
    hash = 31 * hash + (all.isEmpty() ? 0 : all.hashCode());
    hash = 31 * hash + (not.isEmpty() ? 0 : not.hashCode());
    return 31 * hash + (source.equals(Source.ANYBODY) ? 0 : source.hashCode());
  }
}
