package dev.paperboy.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects findings, rule by rule; of one rule the first ten, and how many more there were. */
final class Findings {

  private static final int MOST_OF_A_RULE = 10;
  private static final int LONGEST_PIECE = 60;

  private final Map<Rule, List<Finding>> byRule = new EnumMap<>(Rule.class);
  private final Map<Rule, Integer> left = new EnumMap<>(Rule.class);

  /** The rule is broken. */
  void add(Rule rule, String message) {
    add(new Finding(rule, rule.severity(), message));
  }

  /** The milder half of the rule is broken. */
  void should(Rule rule, String message) {
    add(new Finding(rule, Severity.SHOULD, message));
  }

  private void add(Finding finding) {
    List<Finding> known = byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>());
    if (known.size() < MOST_OF_A_RULE) {
      known.add(finding);
    } else {
      left.merge(finding.rule(), 1, Integer::sum);
    }
  }

  /** By rule, and within a rule in the order they were found. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    byRule.forEach(
        (rule, known) -> {
          all.addAll(known);
          if (left.containsKey(rule)) {
            String more = "The same rule is broken " + left.get(rule) + " times more.";
            all.add(new Finding(rule, known.get(known.size() - 1).severity(), more));
          }
        });
    return List.copyOf(all);
  }

  /** A piece of the mail as it may be shown: in quotes, on one line, cut. */
  static String quoted(String piece) {
    String near = piece.substring(0, Math.min(piece.length(), 4 * LONGEST_PIECE));
    String line = near.replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip();
    if (line.length() <= LONGEST_PIECE) {
      return "\"" + line + "\"";
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST_PIECE - 1)) ? 1 : 0;
    return "\"" + line.substring(0, LONGEST_PIECE - end) + "…\"";
  }
}
