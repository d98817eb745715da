package dev.paperboy.interest;

import dev.paperboy.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads terms as people write them: {@code deep learning}, {@code =RAG}, {@code grasp*}. */
final class TermReader {

  static final int LONGEST = 100;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private TermReader() {}

  /** The terms of a list or of a single scalar, each once, in their order. */
  static List<Term> list(YamlNode node) {
    Set<Term> terms = new LinkedHashSet<>();
    for (YamlNode item : node.asList()) {
      term(item).ifPresent(terms::add);
    }
    return List.copyOf(terms);
  }

  /** The term, or empty after adding a problem. */
  static Optional<Term> term(YamlNode node) {
    Optional<String> written = phrase(node, "a word or a phrase");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String text = written.get();
    boolean exact = text.startsWith("=");
    boolean prefix = text.endsWith("*");
    String words =
        text.substring(exact ? 1 : 0, Math.max(exact ? 1 : 0, text.length() - (prefix ? 1 : 0)));
    String problem = problem(words, exact, prefix);
    if (!problem.isEmpty()) {
      node.problem(problem);
      return Optional.empty();
    }
    return Optional.of(Term.of(text));
  }

  private static String problem(String words, boolean exact, boolean prefix) {
    if (words.contains("*")) {
      return "Write the \"*\" only at the end of a term: \"grasp*\" finds grasping and grasped.";
    }
    if (exact && prefix) {
      return "Use either \"=\" before the term or \"*\" after it, not both.";
    }
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      String where = exact ? " after the \"=\"" : prefix ? " before the \"*\"" : "";
      return "Write a word" + where + ": a term needs at least one letter or digit.";
    }
    return "";
  }

  /** Text in one line with single spaces, not empty and not too long for a term or a name. */
  static Optional<String> phrase(YamlNode node, String what) {
    Optional<String> text =
        node.asText(what).map(written -> BLANKS.matcher(written).replaceAll(" ").strip());
    if (text.isPresent() && text.get().isEmpty()) {
      node.problem("Write " + what + " between the quotes, or remove them.");
      return Optional.empty();
    }
    if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > LONGEST) {
      node.problem("Shorten this: it may have at most %d characters.".formatted(LONGEST));
      return Optional.empty();
    }
    return text;
  }
}
