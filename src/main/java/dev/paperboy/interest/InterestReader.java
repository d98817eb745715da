package dev.paperboy.interest;

import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Criteria.Source;
import dev.paperboy.text.Spelling;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one item of {@code interests}: a bare term, or keys. */
final class InterestReader {

  static final int MOST_TERMS = 20;
  static final int MOST_VOTES = 100_000;
  static final double LEAST_BOOST = 0.1;
  static final double MOST_BOOST = 10;

  static final List<String> KEYS =
      List.of("name", "any", "all", "not", "author", "organization", "in", "min_votes", "boost");

  /** One of these says what to look for; the others only narrow it. */
  static final List<String> SOUGHT = List.of("any", "all", "author", "organization");

  private InterestReader() {}

  /** The interest, or empty after adding a problem. */
  static Optional<Interest> interest(YamlNode node) {
    return node.isMap()
        ? node.asMap().flatMap(keys -> withKeys(node, keys))
        : TermReader.term(node).map(InterestReader::bare);
  }

  /** What a term without keys stands for. */
  static Interest bare(Term term) {
    Criteria criteria = new Criteria(List.of(term), List.of(), List.of(), Scope.ANYWHERE);
    return new Interest(term.toString(), criteria, 1);
  }

  private static Optional<Interest> withKeys(YamlNode node, YamlMap keys) {
    if (isTextWithColon(keys)) {
      node.problem(
          "Put quotes around the whole text if the colon belongs to it; else use one of "
              + String.join(", ", KEYS)
              + " before the colon.");
      return Optional.empty();
    }
    keys.rejectUnknownKeys(KEYS);
    Optional<String> name = keys.get("name").flatMap(value -> TermReader.phrase(value, "a name"));
    Criteria criteria = criteria(keys);
    double boost =
        keys.get("boost").flatMap(value -> value.asDecimal(LEAST_BOOST, MOST_BOOST)).orElse(1.0);
    return isSound(node, keys, criteria)
        ? Optional.of(new Interest(name.orElseGet(() -> firstWritten(criteria)), criteria, boost))
        : Optional.empty();
  }

  private static Criteria criteria(YamlMap keys) {
    return new Criteria(
        terms(keys, "any"),
        terms(keys, "all"),
        terms(keys, "not"),
        keys.get("in").flatMap(value -> value.asEnum(Scope.class)).orElse(Scope.ANYWHERE),
        SourceReader.source(keys),
        keys.get("min_votes").flatMap(value -> value.asInt(0, MOST_VOTES)).orElse(0));
  }

  private static List<Term> terms(YamlMap keys, String key) {
    return keys.get(key).map(TermReader::list).orElse(List.of());
  }

  private static boolean isSound(YamlNode node, YamlMap keys, Criteria criteria) {
    if (written(criteria).findAny().isEmpty()) {
      if (isSilent(keys)) {
        node.problem(nothingSought(keys));
      }
      return false;
    }
    int terms =
        Stream.concat(SOUGHT.stream(), Stream.of("not"))
            .flatMap(key -> keys.get(key).stream())
            .mapToInt(YamlNode::size)
            .sum();
    if (terms > MOST_TERMS) {
      node.problem(
          "Split this interest in two: it may have at most %d terms and names."
              .formatted(MOST_TERMS));
      return false;
    }
    return true;
  }

  /**
   * Whether nothing else will say what is wrong: a wrong term, a missing value and an unknown key,
   * which may well be the one that is missing, have problems of their own.
   */
  private static boolean isSilent(YamlMap keys) {
    return KEYS.containsAll(keys.keys())
        && SOUGHT.stream().flatMap(key -> keys.get(key).stream()).allMatch(YamlNode::isEmptyList);
  }

  private static String nothingSought(YamlMap keys) {
    String why =
        keys.get("min_votes").isPresent()
            ? "votes alone do not say what to look for."
            : "nothing says what to look for.";
    return "Add \"any\", \"all\", \"author\" or \"organization\": " + why;
  }

  private static String firstWritten(Criteria criteria) {
    return written(criteria).findFirst().orElseThrow();
  }

  /** What is looked for, as written. */
  private static Stream<String> written(Criteria criteria) {
    Source source = criteria.source();
    return Stream.of(
            Stream.concat(criteria.any().stream(), criteria.all().stream()).map(Term::toString),
            source.authors().stream(),
            source.organizations().stream())
        .flatMap(names -> names);
  }

  /** {@code - Survey: large language models} is a text to people and a key to YAML. */
  private static boolean isTextWithColon(YamlMap keys) {
    return keys.keys().size() == 1
        && keys.keys().stream().allMatch(key -> Spelling.closest(key, KEYS).isEmpty());
  }
}
