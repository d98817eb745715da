package dev.paperboy.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserException;

/**
 * Makes nodes from the events of the YAML parser. Aliases, anchors, tags and keys written twice are
 * problems; too deep a nesting or too many problems end the reading.
 */
final class NodeBuilder {

  static final String TOO_DEEP = "too deep";

  private static final int DEEPEST = 8;
  private static final int MOST_OF_A_NAME = 40;

  private final Parser events;
  private final Problems problems;

  /** The event taken last. */
  private Event latest;

  /**
   * @param first of the whole document
   */
  NodeBuilder(Parser events, Event first, Problems problems) {
    this.events = events;
    this.latest = first;
    this.problems = problems;
  }

  /** The whole document; takes the events up to its end. */
  YamlNode root() {
    return node(latest, "as the whole document", "the document", 0);
  }

  /**
   * @param label the nearest key, which a list's items are named after
   */
  private YamlNode node(Event first, String where, String label, int depth) {
    Place place = place(first.getStartMark(), where);
    if (problems.isFull()) {
      throw new ParserException(null, null, "too many problems", first.getStartMark());
    }
    if (first instanceof AliasEvent) {
      place.problem(SyntaxWords.ALIAS);
      return node(place, first, new YamlNode.Broken());
    }
    refuseProperties((NodeEvent) first, place);
    if (first instanceof ScalarEvent scalar) {
      refuseFolded(scalar, place);
      boolean missing = scalar.isPlain() && scalar.getValue().isEmpty();
      return node(place, first, new YamlNode.Scalar(scalar.getValue(), missing));
    }
    if (depth >= DEEPEST) {
      throw new ParserException(null, null, TOO_DEEP, first.getStartMark());
    }
    return first instanceof MappingStartEvent
        ? node(place, first, new YamlNode.Keys(map(place, depth + 1)))
        : node(place, first, new YamlNode.Items(items(label, depth + 1)));
  }

  /** Called when all of its events are taken. */
  private YamlNode node(Place place, Event first, YamlNode.Content content) {
    int start = first.getStartMark().getIndex();
    return new YamlNode(place, new Span(start, latest.getEndMark().getIndex()), content);
  }

  private Event next() {
    latest = events.getEvent();
    return latest;
  }

  private List<YamlNode> items(String label, int depth) {
    List<YamlNode> nodes = new ArrayList<>();
    for (Event next = next(); !next.is(Event.ID.SequenceEnd); next = next()) {
      nodes.add(node(next, "as an item of " + label, label, depth));
    }
    return nodes;
  }

  private YamlMap map(Place place, int depth) {
    Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
    for (Event next = next(); !next.is(Event.ID.MappingEnd); next = next()) {
      Place key = place(next.getStartMark(), "as a key");
      if (next instanceof ScalarEvent scalar && !scalar.getValue().isEmpty()) {
        refuseProperties(scalar, key);
        String label = "\"" + name(scalar.getValue()) + "\"";
        YamlNode value = node(next(), "for " + label, label, depth);
        YamlMap.Entry first = entries.putIfAbsent(scalar.getValue(), new YamlMap.Entry(key, value));
        if (first != null) {
          key.problem(
              "Write %s only once: it stands in line %d already."
                  .formatted(label, first.key().line()));
        }
      } else {
        key.problem("Write a word as the key before the colon.");
        node(next, "as a key", "a key", depth);
        node(next(), "as a value", "a value", depth);
      }
    }
    return new YamlMap(place, entries);
  }

  private static void refuseProperties(NodeEvent event, Place place) {
    if (event.getAnchor() != null) {
      place.problem(SyntaxWords.ANCHOR);
    }
    boolean tagged =
        event instanceof ScalarEvent scalar
            ? scalar.getTag() != null
            : ((CollectionStartEvent) event).getTag() != null;
    if (tagged) {
      place.problem(SyntaxWords.TAG);
    }
  }

  /** Words on the next line would join the text unseen, a dash before them too. */
  private static void refuseFolded(ScalarEvent scalar, Place place) {
    if (scalar.isPlain() && scalar.getEndMark().getLine() != scalar.getStartMark().getLine()) {
      place.problem(
          "Write this in one line; if the next line is an item of its own, put its dash right under"
              + " the one above.");
    }
  }

  private Place place(Mark mark, String where) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1, where, problems);
  }

  /** A key or name as a message quotes it. */
  static String name(String text) {
    return Problems.cut(text, MOST_OF_A_NAME);
  }
}
