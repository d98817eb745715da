package dev.paperboy.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the items of a list become other ones with the fewest changes: what stays is found as the
 * longest common subsequence. Items that are no texts stay where they are.
 */
final class Alignment {

  private final List<YamlNode> nodes;
  private final List<YamlNode> old;
  private final List<String> oldTexts;
  private final List<String> fresh;
  private final List<Step> steps = new ArrayList<>();

  /** What to do next, in the order of the new list. */
  sealed interface Step {}

  /** With an item of the old list. */
  sealed interface Old extends Step {
    YamlNode node();
  }

  record Keep(YamlNode node) implements Old {}

  record Replace(YamlNode node, String text) implements Old {}

  record Remove(YamlNode node) implements Old {}

  /**
   * @param moved the item of the same text that is removed elsewhere
   */
  record Insert(String text, Optional<YamlNode> moved) implements Step {}

  private Alignment(List<YamlNode> nodes, List<String> fresh, UnaryOperator<String> meaning) {
    this.nodes = nodes;
    this.old = nodes.stream().filter(YamlNode::isText).toList();
    this.oldTexts = old.stream().map(node -> meaning.apply(node.asText().orElse(""))).toList();
    this.fresh = fresh;
  }

  /**
   * The steps, each item once.
   *
   * @param meaning what an item's text stands for; equal ones are the same item
   */
  static List<Step> steps(List<YamlNode> nodes, List<String> fresh, UnaryOperator<String> meaning) {
    return new Alignment(nodes, fresh, meaning).walk();
  }

  private List<Step> walk() {
    int[][] common = common();
    int i = 0;
    int j = 0;
    int passed = 0;
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size()) {
        passed = keepOthers(passed, nodes.indexOf(old.get(i)));
      } else if (old.isEmpty()) {
        passed = keepOthers(passed, nodes.size());
      }
      boolean both = i < old.size() && j < fresh.size();
      if (both && oldTexts.get(i).equals(fresh.get(j))) {
        steps.add(new Keep(old.get(i++)));
        j++;
      } else if (both && common[i + 1][j + 1] == common[i][j]) {
        steps.add(new Replace(old.get(i++), fresh.get(j++)));
      } else if (j == fresh.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
        steps.add(new Remove(old.get(i++)));
      } else {
        steps.add(insert(fresh.get(j++)));
      }
    }
    keepOthers(passed, nodes.size());
    return steps;
  }

  /** Those that are no texts, before the given index. */
  private int keepOthers(int from, int to) {
    for (int at = from; at < to; at++) {
      if (!nodes.get(at).isText()) {
        steps.add(new Keep(nodes.get(at)));
      }
    }
    return Math.max(from, to);
  }

  private Insert insert(String text) {
    int was = oldTexts.indexOf(text);
    return new Insert(text, was < 0 ? Optional.empty() : Optional.of(old.get(was)));
  }

  /** How many items are common to what is left of both lists. */
  private int[][] common() {
    int[][] common = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        common[i][j] =
            oldTexts.get(i).equals(fresh.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
