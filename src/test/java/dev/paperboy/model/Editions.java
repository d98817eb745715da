package dev.paperboy.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All editions so far, with the topic of each of their papers. */
final class Editions {

  private final List<Edition> all = new ArrayList<>();
  private int papers;

  /**
   * @param topics of its papers, which are numbered from {@code firstPaper} on
   */
  record Edition(
      int number, LocalDate day, boolean archiveOnly, int firstPaper, List<String> topics) {

    private void addMatches(Set<String> wanted, Set<Integer> matches) {
      for (int i = 0; i < topics.size(); i++) {
        if (wanted.contains(topics.get(i))) {
          matches.add(firstPaper + i);
        }
      }
    }
  }

  Edition add(LocalDate day, boolean archiveOnly, List<String> topics) {
    Edition edition = new Edition(all.size() + 1, day, archiveOnly, papers + 1, topics);
    papers += topics.size();
    all.add(edition);
    return edition;
  }

  /** Those to be mailed after this number, in order. */
  List<Edition> after(int number) {
    return all.stream().filter(e -> e.number() > number && !e.archiveOnly()).toList();
  }

  static Set<Integer> matching(Set<String> topics, List<Edition> editions) {
    Set<Integer> matches = new TreeSet<>();
    editions.forEach(edition -> edition.addMatches(topics, matches));
    return matches;
  }

  /** What counts as covered for a newcomer: all but the newest day. */
  int starting() {
    List<Edition> mailed = after(0);
    if (mailed.isEmpty()) {
      return all.size();
    }
    LocalDate newest = mailed.stream().map(Edition::day).max(LocalDate::compareTo).orElseThrow();
    return mailed.stream().filter(e -> e.day().equals(newest)).findFirst().orElseThrow().number()
        - 1;
  }
}
