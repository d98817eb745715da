package dev.paperboy.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A digest made smaller step by step, for a mail that is cut off beyond a size: first the abstracts
 * of the lowest papers become one line, then the lowest papers go; the best few keep theirs until
 * nothing else is left to give way. Lowest are the trending papers, then those far down under their
 * interests.
 *
 * @param digest the papers that are left; those that went count as {@link Digest#more}
 * @param brief keys of the papers with one line of abstract
 */
record SmallerDigest(Digest digest, Set<String> brief) {

  /** So many papers keep their abstract as long as can be: what is read first should say enough. */
  private static final int BEST = 5;

  /** How many steps there are; after the last one there is one paper. */
  static int steps(Digest digest) {
    int papers = digest.matched() + digest.trending().size();
    return Math.max(0, 2 * papers - 1);
  }

  /** Step 0 is the digest itself. */
  static SmallerDigest of(Digest digest, int step) {
    if (step == 0) {
      return new SmallerDigest(digest, Set.of());
    }
    List<String> lowestFirst = lowestFirst(digest);
    int best = Math.min(BEST, lowestFirst.size());
    int others = lowestFirst.size() - best;
    int last = Math.max(0, step - 2 * others);
    int briefs = Math.min(step, others) + Math.min(last, best);
    int left = Math.min(Math.max(0, step - others), others) + Math.max(0, last - best);
    Set<String> brief = Set.copyOf(lowestFirst.subList(0, briefs));
    Set<String> gone = Set.copyOf(lowestFirst.subList(0, left));
    return new SmallerDigest(gone.isEmpty() ? digest : without(gone, digest), brief);
  }

  boolean isBrief(Digest.Entry entry) {
    return brief.contains(entry.paper().key());
  }

  private static Digest without(Set<String> gone, Digest digest) {
    List<Digest.Section> sections =
        digest.sections().stream()
            .map(section -> new Digest.Section(section.interest(), left(section.entries(), gone)))
            .filter(section -> !section.entries().isEmpty())
            .toList();
    int kept = sections.stream().mapToInt(section -> section.entries().size()).sum();
    return new Digest(
        digest.days(),
        digest.editions(),
        sections,
        left(digest.trending(), gone),
        digest.more() + digest.matched() - kept);
  }

  private static List<Digest.Entry> left(List<Digest.Entry> entries, Set<String> gone) {
    return entries.stream().filter(entry -> !gone.contains(entry.paper().key())).toList();
  }

  private record Place(int rank, int section, String key) {}

  private static List<String> lowestFirst(Digest digest) {
    List<Place> places = new ArrayList<>();
    for (int s = 0; s < digest.sections().size(); s++) {
      addAll(digest.sections().get(s).entries(), 0, s, places);
    }
    addAll(digest.trending(), 1_000_000, 0, places);
    Comparator<Place> order = Comparator.comparingInt(Place::rank).thenComparing(Place::section);
    return places.stream().sorted(order.reversed()).map(Place::key).collect(Collectors.toList());
  }

  private static void addAll(
      List<Digest.Entry> entries, int firstRank, int section, List<Place> places) {
    for (int i = 0; i < entries.size(); i++) {
      places.add(new Place(firstRank + i, section, entries.get(i).paper().key()));
    }
  }
}
