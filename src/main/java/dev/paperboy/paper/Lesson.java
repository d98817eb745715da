package dev.paperboy.paper;

import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a number of papers teach about words: how many of them use a stem, or define so. */
final class Lesson {

  /** Longer ones are no words, and an index would not take them. */
  static final int LONGEST_STEM = 64;

  private final Map<String, Integer> papersByStem = new TreeMap<>();
  private final Map<Definition, Integer> papersByDefinition = new LinkedHashMap<>();
  private int papers;

  /**
   * Adds one paper. It counts once for each stem, and once for each short form and meaning, with
   * the writing of the abstract before that of the title.
   */
  void add(String title, String abstractText) {
    papers++;
    stems(title, abstractText).forEach(stem -> papersByStem.merge(stem, 1, Integer::sum));
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (String text : new String[] {abstractText, title}) {
      for (Definition definition : DefinitionFinder.in(text)) {
        definitions.putIfAbsent(definition.shortForm() + " " + definition.key(), definition);
      }
    }
    definitions.values().forEach(each -> papersByDefinition.merge(each, 1, Integer::sum));
  }

  int papers() {
    return papers;
  }

  /** In the order of the stems. */
  Map<String, Integer> papersByStem() {
    return papersByStem;
  }

  Map<Definition, Integer> papersByDefinition() {
    return papersByDefinition;
  }

  private static Set<String> stems(String title, String abstractText) {
    return Stream.of(title, abstractText)
        .flatMap(text -> WordScanner.words(text).stream())
        .map(Word::folded)
        .map(Stem::of)
        .filter(stem -> stem.length() <= LONGEST_STEM)
        .collect(Collectors.toSet());
  }
}
