package dev.paperboy.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Papers with nearly the same abstract: one work under two titles. Pure; the same papers in the
 * same order always give the same groups.
 *
 * <p>Two abstracts are nearly the same if at least {@value #LEAST_SHARE} of their runs of three
 * words are in both (Jaccard, exact). Which pairs to compare follows from the prefix filter of
 * Bayardo, Ma and Srikant, "Scaling up all pairs similarity search" (WWW 2007): sets that are so
 * similar share one of their rarest members. Memory and time grow with the number of words; no text
 * makes a paper be compared more than a fixed number of times.
 */
public final class NearDuplicates {

  /** Real abstracts of different works share less than 0.05. */
  static final double LEAST_SHARE = 0.6;

  /** A bound for hostile texts; real ones have a handful. */
  private static final int MOST_COMPARED = 50;

  private final Shingles shingles;
  private final Map<Integer, List<Integer>> firstsByShingle = new HashMap<>();

  private NearDuplicates(Shingles shingles) {
    this.shingles = shingles;
  }

  /**
   * For each paper the index of the first paper of its group, its own index if there is none before
   * it. All papers of a group have nearly the abstract of its first one. A paper whose abstract has
   * fewer than 20 words is a group of its own.
   */
  public static int[] firstOfGroup(List<Paper> papers) {
    NearDuplicates duplicates =
        new NearDuplicates(Shingles.of(papers.stream().map(Paper::abstractText).toList()));
    int[] first = new int[papers.size()];
    for (int paper = 0; paper < first.length; paper++) {
      first[paper] = duplicates.join(paper);
    }
    return first;
  }

  private int join(int paper) {
    int[] set = shingles.sets().get(paper);
    int[] telling = telling(set);
    for (int first : candidates(telling)) {
      if (Shingles.jaccard(shingles.sets().get(first), set) >= LEAST_SHARE) {
        return first;
      }
    }
    for (int shingle : telling) {
      List<Integer> firsts = firstsByShingle.computeIfAbsent(shingle, s -> new ArrayList<>());
      if (firsts.size() < MOST_COMPARED) {
        firsts.add(paper);
      }
    }
    return paper;
  }

  /** The rare shingles of which similar sets share at least one. */
  private int[] telling(int[] set) {
    int count = set.length - (int) Math.ceil(LEAST_SHARE * set.length) + 1;
    return Arrays.stream(set)
        .limit(set.length == 0 ? 0 : count)
        .filter(shingle -> shingle >= shingles.firstShared())
        .toArray();
  }

  private Set<Integer> candidates(int[] telling) {
    Set<Integer> candidates = new TreeSet<>();
    for (int shingle : telling) {
      if (candidates.size() < MOST_COMPARED) {
        candidates.addAll(firstsByShingle.getOrDefault(shingle, List.of()));
      }
    }
    return candidates;
  }
}
