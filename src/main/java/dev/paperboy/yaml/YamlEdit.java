package dev.paperboy.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Changes single places of a document and leaves all else in it as it was written: comments, order
 * and layout. Each method gives the changed text, or nothing if the document cannot be read or only
 * a person can change it. Threads may share it.
 *
 * <p>It knows the ways in which people write such documents, not all of YAML: read what comes out
 * again before you rely on it.
 *
 * @param reader reads the documents
 */
public record YamlEdit(YamlReader reader) {

  private static final int FITS_IN_A_LINE = 80;
  private static final String MARK = "\uFEFF";

  /** Gives a key of the document this value; it is added at the end where there is none. */
  public Optional<String> set(String document, String key, String value) {
    return change(
        document,
        (root, changes) ->
            set(
                root,
                changes,
                key,
                scalar(value),
                () -> add(root, changes, key, " " + scalar(value))));
  }

  /** The same for a key of a block, such as {@code at} of {@code digest}. */
  public Optional<String> set(String document, String block, String key, String value) {
    return change(
        document,
        (root, changes) -> {
          Optional<YamlNode> known = root.get(block);
          if (known.isEmpty()) {
            return add(root, changes, block, "\n  " + key + ": " + scalar(value));
          }
          return known.get().content() instanceof YamlNode.Keys keys
              && set(
                  keys.map(),
                  changes,
                  key,
                  scalar(value),
                  changes.has("{", changes.start(known.get().span()))
                      ? () -> addInBraces(known.get(), keys.map(), changes, key, scalar(value))
                      : () -> addInBlock(keys.map(), changes, key, scalar(value)));
        });
  }

  /** Takes a key of the document away, with its value and the remark behind it. */
  public Optional<String> remove(String document, String key) {
    return change(
        document,
        (root, changes) -> {
          Optional<Place> place = root.placeOf(key);
          if (place.isEmpty()) {
            return true;
          }
          YamlNode value = root.get(key).orElseThrow();
          if (place.get().column() != 1 || !value.isText()) {
            return false;
          }
          changes.removeLines(lineOf(place.get(), changes), changes.end(value.span()));
          return true;
        });
  }

  /**
   * Makes these the texts of a list. What is no text in it stays. Texts that are there already keep
   * their lines, remarks and all.
   *
   * @param meaning what an item's text stands for; equal ones are the same item
   */
  public Optional<String> setTexts(
      String document, String key, List<String> texts, UnaryOperator<String> meaning) {
    return change(
        document,
        (root, changes) -> {
          Optional<YamlNode> list = root.get(key);
          if (list.isEmpty()) {
            return texts.isEmpty() || add(root, changes, key, list(texts));
          }
          int at = lineOf(root.placeOf(key).orElseThrow(), changes);
          List<YamlNode> nodes = list.get().asList();
          return new ListEdit(changes)
              .change(at, list.get(), Alignment.steps(nodes, texts, meaning));
        });
  }

  @FunctionalInterface
  private interface Edit {
    /** Whether it can be done. */
    boolean make(YamlMap root, TextChanges changes);
  }

  private Optional<String> change(String document, Edit edit) {
    String text = Problems.withoutMark(document);
    Problems problems = new Problems(text);
    Optional<YamlMap> root = reader.read(text, problems);
    TextChanges changes = new TextChanges(text);
    return root.isPresent() && problems.isEmpty() && edit.make(root.get(), changes)
        ? Optional.of((document.startsWith(MARK) ? MARK : "") + changes.applied())
        : Optional.empty();
  }

  private static boolean set(
      YamlMap keys, TextChanges changes, String key, String value, BooleanSupplier add) {
    return keys.get(key).map(known -> replace(known, changes, value)).orElseGet(add::getAsBoolean);
  }

  private static boolean replace(YamlNode node, TextChanges changes, String value) {
    if (!(node.content() instanceof YamlNode.Scalar scalar)) {
      return false;
    }
    changes.replace(
        changes.start(node.span()),
        changes.end(node.span()),
        (scalar.missing() ? " " : "") + value);
    return true;
  }

  /** At the end, unless the whole document stands in braces. */
  private static boolean add(YamlMap root, TextChanges changes, String key, String value) {
    if (root.keys().stream()
        .flatMap(k -> root.placeOf(k).stream())
        .anyMatch(p -> p.column() != 1)) {
      return false;
    }
    changes.insertLine(changes.length(), key + ":" + value);
    return true;
  }

  private static boolean addInBraces(
      YamlNode block, YamlMap keys, TextChanges changes, String key, String value) {
    int at =
        keys.values()
            .reduce((first, last) -> last)
            .map(YamlNode::span)
            .map(changes::end)
            .orElse(changes.start(block.span()) + 1);
    changes.replace(at, at, (keys.keys().isEmpty() ? "" : ", ") + key + ": " + value);
    return true;
  }

  private static boolean addInBlock(YamlMap keys, TextChanges changes, String key, String value) {
    Place first = keys.placeOf(keys.keys().iterator().next()).orElseThrow();
    YamlNode last = keys.values().reduce((one, next) -> next).orElseThrow();
    changes.insertLine(
        changes.nextLine(changes.end(last.span())),
        " ".repeat(first.column() - 1) + key + ": " + value);
    return true;
  }

  /** Where the key stands. */
  private static int lineOf(Place place, TextChanges changes) {
    int at = 0;
    for (int line = 1; line < place.line(); line++) {
      at = changes.nextLine(at);
    }
    return at + place.column() - 1;
  }

  private static String list(List<String> texts) {
    String brackets = " " + ListEdit.brackets(texts);
    return brackets.length() <= FITS_IN_A_LINE
        ? brackets
        : texts.stream().map(text -> "\n  - " + YamlText.of(text)).collect(Collectors.joining());
  }

  /** Numbers and days need no quotes here: all is text as written. */
  private static String scalar(String value) {
    return value.matches("\\d{1,4}(-\\d\\d-\\d\\d)?") ? value : YamlText.of(value);
  }
}
