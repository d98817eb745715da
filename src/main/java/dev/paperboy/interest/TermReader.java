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

  /** Turn the direction of writing, also of what follows in the mail; come along when pasting. */
  private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

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
    String problem = TermRules.problem(written.get());
    if (!problem.isEmpty()) {
      node.problem(problem);
      return Optional.empty();
    }
    return Optional.of(Term.of(written.get()));
  }

  /** Text in one line with single spaces, not empty, as written not too long for a term or name. */
  static Optional<String> phrase(YamlNode node, String what) {
    Optional<String> written = node.asText(what);
    Optional<String> text = written.map(TermReader::tidy);
    if (text.isPresent() && text.get().isEmpty()) {
      node.problem("Write " + what + " between the quotes, or remove them.");
      return Optional.empty();
    }
    if (written.isPresent() && written.get().codePointCount(0, written.get().length()) > LONGEST) {
      node.problem("Shorten this: it may have at most %d characters.".formatted(LONGEST));
      return Optional.empty();
    }
    return text;
  }

  /** In one line, with single blanks. */
  static String tidy(String written) {
    String text = TURNS.matcher(written).replaceAll("");
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
