package dev.paperboy.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Spelling {

  private static final int LONGEST = 40;
  private static final int SHORTEST_BEGINNING = 3;

  private Spelling() {}

  /**
   * The candidate that is the word but for letter case or a few slips of the fingers, of equally
   * near ones the one the word begins with, or the first; else the only one that begins with the
   * word; else empty.
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String written = word.toLowerCase(Locale.ROOT);
    return nearest(written, candidates).or(() -> onlyOneBeginning(written, candidates));
  }

  private static Optional<String> onlyOneBeginning(String written, Collection<String> candidates) {
    if (written.length() < SHORTEST_BEGINNING) {
      return Optional.empty();
    }
    List<String> beginning =
        candidates.stream()
            .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(written))
            .limit(2)
            .toList();
    return beginning.size() == 1 ? Optional.of(beginning.get(0)) : Optional.empty();
  }

  private static Optional<String> nearest(String written, Collection<String> candidates) {
    String best = null;
    int fewest = Math.min(3, Math.max(1, written.length() / 3)) + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - written.length()) <= fewest) {
        int slips = slips(written, candidate.toLowerCase(Locale.ROOT));
        boolean grown = best != null && slips == fewest && written.startsWith(candidate);
        if (slips < fewest || grown) {
          fewest = slips;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The question, with a blank before it. */
  public static String hint(String meant) {
    return " Did you mean \"" + meant + "\"?";
  }

  /**
   * Letters left out, put in, changed, or swapped with their neighbour (optimal string alignment).
   */
  static int slips(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }
}
