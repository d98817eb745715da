package dev.paperboy.yaml;

import dev.paperboy.yaml.Alignment.Insert;
import dev.paperboy.yaml.Alignment.Keep;
import dev.paperboy.yaml.Alignment.Old;
import dev.paperboy.yaml.Alignment.Remove;
import dev.paperboy.yaml.Alignment.Replace;
import dev.paperboy.yaml.Alignment.Step;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes the texts of a list, in whichever way it is written. For one thread. */
final class ListEdit {

  private static final Pattern DASH = Pattern.compile("[ ]*-[ ]+");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#");

  private final TextChanges changes;

  ListEdit(TextChanges changes) {
    this.changes = changes;
  }

  /** A list as a new value, in brackets. */
  static String brackets(List<String> texts) {
    return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Makes the changes.
   *
   * @param key where the list's key stands
   * @return false if only a person can
   */
  boolean change(int key, YamlNode list, List<Step> steps) {
    if (steps.stream().allMatch(Keep.class::isInstance)) {
      return true;
    }
    if (list.content() instanceof YamlNode.Scalar) {
      rewrite(list, steps);
      return true;
    }
    if (!(list.content() instanceof YamlNode.Items)) {
      return false;
    }
    return changes.has("[", changes.start(list.span())) ? flow(list, steps) : block(key, steps);
  }

  private boolean flow(YamlNode list, List<Step> steps) {
    String whole = changes.between(changes.start(list.span()), changes.end(list.span()));
    if (COMMENT.matcher(whole).find()) {
      return false;
    }
    rewrite(list, steps);
    return true;
  }

  private void rewrite(YamlNode list, List<Step> steps) {
    String items =
        steps.stream()
            .filter(step -> !(step instanceof Remove))
            .map(this::inBrackets)
            .collect(Collectors.joining(", ", "[", "]"));
    changes.replace(changes.start(list.span()), changes.end(list.span()), items);
  }

  private String inBrackets(Step step) {
    if (step instanceof Keep keep) {
      return written(keep.node());
    }
    return YamlText.of(step instanceof Replace replace ? replace.text() : ((Insert) step).text());
  }

  private String written(YamlNode node) {
    return changes.between(changes.start(node.span()), end(node));
  }

  private boolean block(int key, List<Step> steps) {
    List<YamlNode> old =
        steps.stream().filter(Old.class::isInstance).map(step -> ((Old) step).node()).toList();
    if (old.isEmpty() || !old.stream().allMatch(this::isAlone)) {
      return false;
    }
    int start = changes.start(old.get(0).span());
    String dash = changes.between(changes.lineStart(start), start);
    int after = changes.lineStart(start);
    for (Step step : steps) {
      if (step instanceof Insert insert) {
        changes.insertLine(after, line(insert, dash));
      } else if (step instanceof Old known) {
        change(known);
        after = changes.nextLine(end(known.node()));
      }
    }
    if (steps.stream().allMatch(Remove.class::isInstance)) {
      int colon = changes.between(key, changes.lineEnd(key)).indexOf(':');
      changes.replace(key + colon + 1, key + colon + 1, " []");
    }
    return true;
  }

  private void change(Old step) {
    if (step instanceof Replace replace) {
      Span span = replace.node().span();
      changes.replace(changes.start(span), changes.end(span), YamlText.of(replace.text()));
    } else if (step instanceof Remove remove) {
      changes.removeLines(changes.start(remove.node().span()), end(remove.node()));
    }
  }

  /** With its remark, if it only moves. */
  private String line(Insert insert, String dash) {
    return insert
        .moved()
        .map(
            node ->
                changes.between(
                    changes.lineStart(changes.start(node.span())), changes.lineEnd(end(node))))
        .orElse(dash + YamlText.of(insert.text()));
  }

  /** Whether nothing but a dash stands before the item in its line. */
  private boolean isAlone(YamlNode node) {
    int start = changes.start(node.span());
    return DASH.matcher(changes.between(changes.lineStart(start), start)).matches();
  }

  /** Where the last text of it ends; lists and keys without brackets end where the next begin. */
  private int end(YamlNode node) {
    int start = changes.start(node.span());
    boolean block = !changes.has("[", start) && !changes.has("{", start);
    if (block && node.content() instanceof YamlNode.Items items && !items.nodes().isEmpty()) {
      return end(items.nodes().get(items.nodes().size() - 1));
    }
    if (block && node.content() instanceof YamlNode.Keys keys) {
      return keys.map().values().reduce((first, last) -> last).map(this::end).orElse(start);
    }
    return changes.end(node.span());
  }
}
