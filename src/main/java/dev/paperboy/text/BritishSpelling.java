package dev.paperboy.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * British spelling read as American. Applied to terms and papers alike, so a word that is no
 * British spelling ({@code noise}) may change too: only words that become equal matter.
 */
final class BritishSpelling {

  private record Ending(String british, String american) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("ise", "ize"),
          new Ending("ising", "izing"),
          new Ending("iser", "izer"),
          new Ending("isable", "izable"),
          new Ending("isation", "ization"),
          new Ending("yse", "yze"),
          new Ending("ysing", "yzing"),
          new Ending("yser", "yzer"),
          new Ending("logue", "log"),
          new Ending("centre", "center"),
          new Ending("fibre", "fiber"),
          new Ending("metre", "meter"),
          new Ending("defence", "defense"),
          new Ending("offence", "offense"),
          new Ending("licence", "license"),
          new Ending("programme", "program"),
          new Ending("artefact", "artifact"),
          new Ending("judgement", "judgment"),
          new Ending("ageing", "aging"),
          new Ending("grey", "gray"));

  /** Words with -our that are -or in America, whatever follows. */
  private static final List<String> OUR =
      List.of(
          "behaviour",
          "colour",
          "neighbour",
          "favour",
          "labour",
          "flavour",
          "humour",
          "honour",
          "rumour",
          "tumour",
          "vapour",
          "armour",
          "harbour",
          "endeavour",
          "rigour",
          "odour");

  /** What the endings end in: most words can be told from them at a glance. */
  private static final String LAST_LETTERS =
      ENDINGS.stream()
          .map(ending -> ending.british().substring(ending.british().length() - 1))
          .distinct()
          .collect(Collectors.joining());

  private static final Set<String> ENDS_OF_ENDINGS =
      ENDINGS.stream()
          .map(Ending::british)
          .flatMap(ending -> IntStream.range(1, ending.length()).mapToObj(ending::substring))
          .collect(Collectors.toUnmodifiableSet());

  private BritishSpelling() {}

  static String american(String word) {
    String result = word.contains("our") ? withoutOur(word) : word;
    if (result.isEmpty() || LAST_LETTERS.indexOf(result.charAt(result.length() - 1)) < 0) {
      return result;
    }
    for (Ending ending : ENDINGS) {
      if (result.endsWith(ending.british())) {
        int kept = result.length() - ending.british().length();
        return result.substring(0, kept) + ending.american();
      }
    }
    return result;
  }

  /**
   * Whether this word neither has a British spelling that is changed whatever follows, nor begins
   * one.
   */
  static boolean isKept(String word) {
    return !word.contains("our") && !word.endsWith("ou") && !word.endsWith("o");
  }

  /**
   * Whether no British spelling that begins before this word ends in it, if {@linkplain #isKept
   * what stands before is kept}.
   */
  static boolean isSettled(String word) {
    return !ENDS_OF_ENDINGS.contains(word) && !word.contains("our");
  }

  private static String withoutOur(String word) {
    String result = word;
    for (String our : OUR) {
      result = result.replace(our, our.substring(0, our.length() - 2) + "r");
    }
    return result;
  }
}
