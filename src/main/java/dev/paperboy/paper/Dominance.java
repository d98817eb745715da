package dev.paperboy.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which short forms clearly stand for one thing. The rule and its measurement:
 * docs/decisions/0005-abbreviations.md.
 */
final class Dominance {

  /** One paper may abbreviate as it likes. */
  static final int FEWEST_PAPERS = 2;

  /** Of the papers that define a short form, so many must agree. */
  private static final double LEAST_SHARE = 0.8;

  private static final Comparator<Entry<String, Integer>> MOST_FIRST =
      Entry.<String, Integer>comparingByValue().reversed().thenComparing(Entry.comparingByKey());

  private Dominance() {}

  /** The short forms with one usual meaning, most used first. */
  static Abbreviations among(Map<Definition, Integer> papersByDefinition) {
    Map<String, Map<String, Meaning>> byShortForm = new HashMap<>();
    papersByDefinition.forEach(
        (definition, papers) ->
            byShortForm
                .computeIfAbsent(definition.shortForm(), shortForm -> new TreeMap<>())
                .computeIfAbsent(definition.key(), Meaning::new)
                .add(definition.longForm(), papers));
    List<Abbreviation> kept = new ArrayList<>();
    byShortForm.forEach(
        (shortForm, meanings) ->
            dominant(meanings.values())
                .map(most -> new Abbreviation(shortForm, most.usualWriting(), most.papers))
                .ifPresent(kept::add));
    kept.sort(
        Comparator.comparingInt(Abbreviation::papers)
            .reversed()
            .thenComparing(Abbreviation::shortForm));
    return new Abbreviations(kept);
  }

  private static Optional<Meaning> dominant(Collection<Meaning> meanings) {
    Meaning most = meanings.iterator().next();
    int all = 0;
    for (Meaning meaning : meanings) {
      all += meaning.papers;
      most = meaning.papers > most.papers ? meaning : most;
    }
    int agreeing = 0;
    for (Meaning meaning : meanings) {
      agreeing += meaning.key.startsWith(most.key) ? meaning.papers : 0;
    }
    return most.papers >= FEWEST_PAPERS && agreeing >= LEAST_SHARE * all
        ? Optional.of(most)
        : Optional.empty();
  }

  /** All writings of one long form. Who writes more words after it means the same. */
  private static final class Meaning {

    private final String key;
    private final Map<String, Integer> papersByWriting = new HashMap<>();
    private int papers;

    Meaning(String key) {
      this.key = key;
    }

    void add(String writing, int more) {
      papers += more;
      papersByWriting.merge(writing, more, Integer::sum);
    }

    String usualWriting() {
      return papersByWriting.entrySet().stream().min(MOST_FIRST).orElseThrow().getKey();
    }
  }
}
