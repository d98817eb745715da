package dev.paperboy.interest;

import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.yaml.Spelling;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one item of {@code interests}: a bare term, or keys. */
final class InterestReader {

  static final int MOST_TERMS = 20;

  /** Words of the language that nothing evaluates yet. */
  private static final List<String> LATER = List.of("author", "organization");

  private static final List<String> KEYS =
      List.of("name", "any", "all", "not", "in", "boost", "author", "organization");

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
          "Put quotes around the whole text: unquoted, its colon makes the first part a key.");
      return Optional.empty();
    }
    keys.rejectUnknownKeys(KEYS);
    LATER.forEach(
        key ->
            keys.get(key)
                .ifPresent(
                    value ->
                        value.problem("Remove \"%s\": it is not supported yet.".formatted(key))));
    Optional<String> name = keys.get("name").flatMap(value -> TermReader.phrase(value, "a name"));
    Criteria criteria =
        new Criteria(
            terms(keys, "any"),
            terms(keys, "all"),
            terms(keys, "not"),
            keys.get("in").flatMap(value -> value.asEnum(Scope.class)).orElse(Scope.ANYWHERE));
    double boost = keys.get("boost").flatMap(value -> value.asDecimal(0.1, 10)).orElse(1.0);
    return checked(node, keys, criteria)
        .map(good -> new Interest(name.orElseGet(() -> firstTerm(good)), good, boost));
  }

  private static Optional<Criteria> checked(YamlNode node, YamlMap keys, Criteria criteria) {
    if (criteria.any().isEmpty() && criteria.all().isEmpty()) {
      // A wrong term or an unsupported key has its own problem; a second one would only confuse.
      boolean silent =
          Stream.of("any", "all")
                  .anyMatch(
                      key -> keys.get(key).map(value -> !value.asList().isEmpty()).orElse(false))
              || LATER.stream().anyMatch(keys.keys()::contains);
      if (!silent) {
        node.problem(
            "Add \"any\" or \"all\" with at least one term: nothing says what to look for.");
      }
      return Optional.empty();
    }
    if (criteria.any().size() + criteria.all().size() + criteria.not().size() > MOST_TERMS) {
      node.problem(
          "Split this interest in two: it may have at most %d terms.".formatted(MOST_TERMS));
      return Optional.empty();
    }
    return Optional.of(criteria);
  }

  private static List<Term> terms(YamlMap keys, String key) {
    return keys.get(key).map(TermReader::list).orElse(List.of());
  }

  private static String firstTerm(Criteria criteria) {
    return (criteria.any().isEmpty() ? criteria.all() : criteria.any()).get(0).toString();
  }

  /** {@code - Survey: large language models} is a text to people and a key to YAML. */
  private static boolean isTextWithColon(YamlMap keys) {
    return keys.keys().size() == 1
        && keys.keys().stream().allMatch(key -> Spelling.closest(key, KEYS).isEmpty());
  }
}
