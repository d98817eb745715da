package dev.paperboy.match;

import dev.paperboy.match.Occurrences.Place;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Popularity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How well a paper meets an interest: {@code words × attention × freshness}.
 *
 * <p>{@code words} is the sum, over the terms it meets, of {@code rarity × w × (k + 1) / (w + k)},
 * and {@value #PER_FURTHER_TERM} for every term after the first.
 *
 * <ul>
 *   <li>{@code w}: {@value #TITLE_WEIGHT} for every time the term stands in the title or names an
 *       author or the organization, {@value #ABSTRACT_WEIGHT} for every time in the abstract;
 *       {@code k} is {@value #SATURATION}
 *   <li>{@code rarity = ln(1 + (N - n + 0.5) / (n + 0.5))}: {@code n} of the archive's {@code N}
 *       papers have the term's rarest word
 *   <li>{@code attention = 1 + ln(1 + votes + comments) / 10}: of two equal matches the one people
 *       talk about comes first
 *   <li>{@code freshness = 0.8 + 0.2 × 2^(-days / 30)}: {@code days} from the day the paper
 *       appeared to the day the newest of the batch did; 1 where that is unknown
 * </ul>
 *
 * <p>The words are BM25 (Robertson and Zaragoza 2009) with weighted fields and without its
 * correction for length, as titles and abstracts hardly differ in theirs. A phrase counts as rare
 * as its rarest word: no more papers can have it, and no index of phrases is needed. The archive,
 * not the batch, says what is rare, so that scores of different days can be compared.
 */
final class Scorer {

  static final double TITLE_WEIGHT = 3;
  static final double ABSTRACT_WEIGHT = 1;
  static final double SATURATION = 1.2;
  static final double PER_FURTHER_TERM = 0.1;

  private static final double LEAST_FRESHNESS = 0.8;
  private static final double HALF_LIFE_DAYS = 30;

  private final int archive;
  private final @Nullable LocalDate newest;

  /**
   * @param archive how many papers it has
   */
  Scorer(int archive, List<Paper> batch) {
    this.archive = archive;
    this.newest =
        batch.stream()
            .map(paper -> paper.details().published())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  /**
   * What a meeting of a term is worth.
   *
   * @param papers how many papers of the archive may have it
   */
  double rarity(int papers) {
    int having = Math.min(papers, archive);
    return Math.log1p((archive - having + 0.5) / (having + 0.5));
  }

  /** What one term adds that stands in these places of a paper. */
  double term(double rarity, List<Place> places) {
    double weight = 0;
    for (Place place : places) {
      weight += place.field() == Field.ABSTRACT ? ABSTRACT_WEIGHT : TITLE_WEIGHT;
    }
    return rarity * weight * (SATURATION + 1) / (weight + SATURATION);
  }

  /** The words' part of the score. */
  double total(Evidence evidence) {
    return evidence.sum() + PER_FURTHER_TERM * (evidence.terms() - 1);
  }

  /** The part of the score that all matches of a paper share. */
  double ofPaper(Paper paper) {
    Popularity popularity = paper.popularity();
    double attention = 1 + Math.log1p(popularity.votes() + (double) popularity.comments()) / 10;
    return attention * freshness(paper.details().published());
  }

  private double freshness(@Nullable LocalDate published) {
    if (published == null || newest == null) {
      return 1;
    }
    long days = ChronoUnit.DAYS.between(published, newest);
    return LEAST_FRESHNESS + (1 - LEAST_FRESHNESS) * Math.pow(2, -days / HALF_LIFE_DAYS);
  }
}
