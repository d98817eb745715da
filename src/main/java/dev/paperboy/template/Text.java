package dev.paperboy.template;

import dev.paperboy.text.Spelling;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One text of a language: a sentence, or two of which <code>{count}</code> chooses.
 *
 * @param one for a count of 1; null where the sentence is the same for every count
 */
record Text(@Nullable Sentence one, Sentence other) {

  /** The place whose number chooses the form. */
  static final String COUNT = "count";

  private static final List<String> FORMS = List.of("one", "other");

  /**
   * The text that stands there; what is wrong with it becomes a problem.
   *
   * @param english the text it stands for, whose places it must have; null if there is none yet
   */
  static Optional<Text> read(YamlNode node, @Nullable Text english) {
    if (!node.isMap()) {
      return sentence(node, english, false).map(other -> new Text(null, other));
    }
    YamlMap forms = node.asMap().orElseThrow();
    forms.rejectUnknownKeys(FORMS);
    Optional<YamlNode> one = forms.get("one");
    Optional<YamlNode> other = forms.get("other");
    if (one.isEmpty() || other.isEmpty()) {
      forms.problem("Write two forms here: \"one:\" for a count of 1 and \"other:\" for the rest.");
      return Optional.empty();
    }
    if (english != null && !english.places().contains(COUNT)) {
      forms.problem("Write one text here: there is no {count} that could choose between two.");
      return Optional.empty();
    }
    Optional<Sentence> first = sentence(one.get(), english, true);
    return sentence(other.get(), english, false)
        .flatMap(second -> first.map(single -> new Text(single, second)));
  }

  private static Optional<Sentence> sentence(YamlNode node, @Nullable Text english, boolean ofOne) {
    Optional<Sentence> sentence = Sentence.read(node);
    if (english != null) {
      sentence.ifPresent(read -> compare(node, read.places(), english.places(), ofOne));
    }
    return sentence;
  }

  private static void compare(YamlNode node, Set<String> given, Set<String> wanted, boolean ofOne) {
    Set<String> unknown = new TreeSet<>(given);
    unknown.removeAll(wanted);
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(given);
    if (ofOne) {
      missing.remove(COUNT);
    }
    for (String name : unknown) {
      String hint =
          Spelling.closest(name, missing)
              .map(meant -> Spelling.hint("{" + meant + "}"))
              .orElse(wanted.isEmpty() ? " This text takes none." : " Use " + braces(wanted) + ".");
      node.problem("{%s} is not known in this text.%s".formatted(name, hint));
    }
    if (unknown.isEmpty() && !missing.isEmpty()) {
      node.problem("Put %s into this text.".formatted(braces(missing)));
    }
  }

  private static String braces(Set<String> names) {
    return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }

  /** Every place that one of its forms has. */
  Set<String> places() {
    Set<String> places = other.places();
    if (one != null) {
      places.addAll(one.places());
    }
    return places;
  }

  /** The text with these values; {@code count} chooses the form. */
  String fill(Map<String, ?> values) {
    boolean single =
        one != null && values.get(COUNT) instanceof Number count && count.longValue() == 1;
    return single && one != null ? one.fill(values) : other.fill(values);
  }
}
