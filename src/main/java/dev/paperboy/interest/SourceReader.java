package dev.paperboy.interest;

import dev.paperboy.interest.Criteria.Source;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads whose papers are wanted: {@code author} and {@code organization} of an interest. */
final class SourceReader {

  private SourceReader() {}

  /** The names, each once, in their order; what is no name becomes a problem. */
  static Source source(YamlMap keys) {
    return new Source(
        names(keys, "author", "the name of an author", SourceReader::authorProblem),
        names(keys, "organization", "the name of an organization", SourceReader::problem));
  }

  private static List<String> names(
      YamlMap keys, String key, String what, Function<String, String> rule) {
    return keys.get(key).stream()
        .map(YamlNode::asList)
        .flatMap(List::stream)
        .map(node -> name(node, what, rule))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Optional<String> name(YamlNode node, String what, Function<String, String> rule) {
    Optional<String> name = TermReader.phrase(node, what);
    String problem = name.map(text -> hasMarks(text) ? marks(what) : rule.apply(text)).orElse("");
    if (!problem.isEmpty()) {
      node.problem(problem);
      return Optional.empty();
    }
    return name;
  }

  private static boolean hasMarks(String name) {
    return name.startsWith("=") || name.contains("*");
  }

  private static String marks(String what) {
    return "Write " + what + " without \"=\" and \"*\": those are for terms.";
  }

  private static String authorProblem(String name) {
    return WordScanner.words(name).stream().anyMatch(SourceReader::hasLetter)
        ? ""
        : "Write a name with letters, such as Yoshua Bengio.";
  }

  private static String problem(String name) {
    List<Word> words = WordScanner.words(name);
    if (words.isEmpty()) {
      return "Write a name: it needs at least one letter or digit.";
    }
    return TermRules.tellNothing(words) && !TermRules.hasCapitals(name, words)
        ? "Write more of the name: these words stand in many names."
        : "";
  }

  private static boolean hasLetter(Word word) {
    return word.folded().codePoints().anyMatch(Character::isLetter);
  }
}
