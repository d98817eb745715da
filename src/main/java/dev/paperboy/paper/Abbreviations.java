package dev.paperboy.paper;

import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The abbreviations that stand for one thing, both ways. Immutable. */
public final class Abbreviations {

  public static final Abbreviations NONE = new Abbreviations(List.of());

  private final List<Abbreviation> all;
  private final Map<String, Abbreviation> byShortForm = new HashMap<>();
  private final Map<String, List<Abbreviation>> byLongForm = new HashMap<>();

  /**
   * @param all only dominant ones: no short form twice
   */
  public Abbreviations(List<Abbreviation> all) {
    this.all = List.copyOf(all);
    for (Abbreviation abbreviation : all) {
      byShortForm.put(abbreviation.shortForm(), abbreviation);
      byLongForm
          .computeIfAbsent(joined(key(abbreviation.longForm())), key -> new ArrayList<>())
          .add(abbreviation);
    }
  }

  /** All of them, most used first. */
  public List<Abbreviation> all() {
    return all;
  }

  /** What the short form stands for; letter case counts. */
  public Optional<Abbreviation> standingFor(String shortForm) {
    return Optional.ofNullable(byShortForm.get(shortForm));
  }

  /**
   * The short forms of a long form, given by its {@link #key}; it does not matter which of its
   * words are written as one.
   */
  public List<Abbreviation> ofLongForm(String key) {
    return byLongForm.getOrDefault(joined(key), List.of());
  }

  /** Equal for long forms that differ only in case, hyphens and inflection: their stems. */
  public static String key(String longForm) {
    return WordScanner.words(longForm).stream()
        .map(Word::folded)
        .map(Stem::of)
        .collect(Collectors.joining(" "));
  }

  /** A key with all its words as one, so that {@code multi-modal} is {@code multimodal}. */
  static String joined(String key) {
    return key.replace(" ", "");
  }
}
