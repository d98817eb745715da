package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.Digest.Reason;
import dev.paperboy.digest.Digest.Section;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.Term;
import dev.paperboy.match.Match;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Popularity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one reader's selection out of a batch of papers. Pure.
 *
 * <p>A paper's rank is its best match's {@code score × boost × (1 + ln(1 + votes + comments) /
 * 10)}: what the reader asked for decides, and of two equal matches the one people talk about comes
 * first. The best papers up to the reader's cap are kept; each stands under the first interest, in
 * the reader's order, that it meets.
 */
final class DigestComposer {

  private DigestComposer() {}

  static Digest compose(Interests interests, PaperBatch batch, LocalDate date, Editions editions) {
    Set<Paper> muted = muted(interests.mute(), batch);
    List<Candidate> candidates = candidates(interests, batch, muted);
    List<Candidate> kept =
        candidates.stream()
            .sorted(Comparator.comparingDouble(Candidate::rank).reversed())
            .limit(interests.digest().papers())
            .toList();
    Set<Paper> matched = new HashSet<>(muted);
    candidates.forEach(candidate -> matched.add(candidate.paper));
    return new Digest(
        date,
        editions,
        sections(interests, kept),
        trending(batch, matched, interests.digest().trending()),
        candidates.size() - kept.size());
  }

  /** A paper that meets an interest, and every interest it meets. */
  private static final class Candidate {

    private final Paper paper;
    private final String firstInterest;
    private final List<Reason> reasons = new ArrayList<>();
    private double rank;

    Candidate(Paper paper, String firstInterest) {
      this.paper = paper;
      this.firstInterest = firstInterest;
    }

    void add(Interest interest, Match match) {
      reasons.add(new Reason(interest.name(), match.hits()));
      double attention = 1 + Math.log1p(buzz(paper.popularity())) / 10;
      rank = Math.max(rank, match.score() * interest.boost() * attention);
    }

    double rank() {
      return rank;
    }
  }

  private static List<Candidate> candidates(
      Interests interests, PaperBatch batch, Set<Paper> muted) {
    Map<String, Candidate> byKey = new LinkedHashMap<>();
    for (Interest interest : interests.interests()) {
      for (Match match : batch.matches(interest.criteria())) {
        if (!muted.contains(match.paper())) {
          byKey
              .computeIfAbsent(
                  match.paper().key(), key -> new Candidate(match.paper(), interest.name()))
              .add(interest, match);
        }
      }
    }
    return List.copyOf(byKey.values());
  }

  private static List<Section> sections(Interests interests, List<Candidate> kept) {
    List<Section> sections = new ArrayList<>();
    for (Interest interest : interests.interests()) {
      List<Entry> entries =
          kept.stream()
              .filter(candidate -> candidate.firstInterest.equals(interest.name()))
              .map(candidate -> new Entry(candidate.paper, candidate.reasons))
              .toList();
      if (!entries.isEmpty()) {
        sections.add(new Section(interest.name(), entries));
      }
    }
    return sections;
  }

  private static List<Entry> trending(PaperBatch batch, Set<Paper> taken, int most) {
    return batch.papers().stream()
        .filter(paper -> !taken.contains(paper) && buzz(paper.popularity()) > 0)
        .sorted(Comparator.comparingInt((Paper p) -> buzz(p.popularity())).reversed())
        .limit(most)
        .map(paper -> new Entry(paper, List.of()))
        .toList();
  }

  private static Set<Paper> muted(List<Term> mute, PaperBatch batch) {
    Set<Paper> muted = new HashSet<>();
    mute.forEach(term -> muted.addAll(batch.mentioning(term)));
    return muted;
  }

  private static int buzz(Popularity popularity) {
    return popularity.votes() + popularity.comments();
  }
}
