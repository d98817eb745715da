package dev.paperboy.match;

import dev.paperboy.match.Occurrences.Place;
import java.util.List;

/**
 * How well a paper meets an interest: the sum, over the terms it meets, of {@code idf × w × (k + 1)
 * / (w + k)}, and {@value #PER_FURTHER_TERM} for every term after the first.
 *
 * <ul>
 *   <li>{@code w}: {@value #TITLE_WEIGHT} for every time the term stands in the title, {@value
 *       #ABSTRACT_WEIGHT} for every time in the abstract; {@code k} is {@value #SATURATION}
 *   <li>{@code idf = ln(1 + (N - n + 0.5) / (n + 0.5))}: {@code n} of the batch's {@code N} papers
 *       have the term, in any part
 * </ul>
 *
 * <p>BM25 (Robertson and Zaragoza 2009) with weighted fields and without its correction for length,
 * as titles and abstracts hardly differ in theirs. Votes and comments do not count here.
 */
final class Scorer {

  static final double TITLE_WEIGHT = 3;
  static final double ABSTRACT_WEIGHT = 1;
  static final double SATURATION = 1.2;
  static final double PER_FURTHER_TERM = 0.1;

  private final int papers;

  /**
   * @param papers how many the batch has
   */
  Scorer(int papers) {
    this.papers = papers;
  }

  /**
   * What one term adds.
   *
   * @param places where the term stands in the paper, within the interest's scope
   * @param papersWithTerm how many papers of the batch have the term
   */
  double term(List<Place> places, int papersWithTerm) {
    double weight = 0;
    for (Place place : places) {
      weight += place.field() == Field.TITLE ? TITLE_WEIGHT : ABSTRACT_WEIGHT;
    }
    double idf = Math.log1p((papers - papersWithTerm + 0.5) / (papersWithTerm + 0.5));
    return idf * weight * (SATURATION + 1) / (weight + SATURATION);
  }

  /** The whole score from the sum of its terms. */
  double total(double sumOfTerms, int terms) {
    return sumOfTerms + PER_FURTHER_TERM * (terms - 1);
  }
}
