package dev.paperboy.interest;

import dev.paperboy.text.Compounds;
import dev.paperboy.text.FunctionWords;
import dev.paperboy.text.Link;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.List;
import java.util.Optional;

/**
 * What makes a term one that tells papers apart. A term without words would meet nothing, one of
 * small words nearly everything, which as a mute would hide everything. What is no good is answered
 * with a sentence that says what to do.
 */
final class TermRules {

  private TermRules() {}

  /** What to do about the term that is written so; empty if it is good. */
  static String problem(String written) {
    boolean exact = written.startsWith("=");
    boolean prefix = written.endsWith("*");
    String text =
        written.substring(
            exact ? 1 : 0, Math.max(exact ? 1 : 0, written.length() - (prefix ? 1 : 0)));
    if (text.contains("*")) {
      return "Write the \"*\" only at the end of a term: \"grasp*\" finds grasping and grasped.";
    }
    if (exact && prefix) {
      return "Use either \"=\" before the term or \"*\" after it, not both.";
    }
    List<Word> words = WordScanner.words(text);
    if (words.isEmpty()) {
      String where = exact ? " after the \"=\"" : prefix ? " before the \"*\"" : "";
      return "Write a word" + where + ": a term needs at least one letter or digit.";
    }
    if (words.size() > Term.MOST_WORDS) {
      return ("Shorten this term: it may have at most %d words, and each Chinese or Japanese"
              + " character counts as one.")
          .formatted(Term.MOST_WORDS);
    }
    return prefix ? prefix(words) : exact ? exact(text, words) : words(text, words);
  }

  /** Whether the words alone stand in nearly every paper. */
  static boolean tellNothing(List<Word> words) {
    return words.stream().allMatch(word -> FunctionWords.containsFormOf(word.folded()))
            && !isCompound(words)
        || readAsSmallWords(words, false);
  }

  /** Whether some neighbours, read as one, and the words around them are all small words. */
  private static boolean readAsSmallWords(List<Word> words, boolean anyJoined) {
    if (words.isEmpty()) {
      return anyJoined;
    }
    for (int length = 1; length <= Math.min(words.size(), Compounds.MOST_PARTS); length++) {
      List<Word> run = words.subList(0, length);
      if (Compounds.joinable(run)
          && FunctionWords.containsFormOf(Compounds.joined(run))
          && readAsSmallWords(words.subList(length, words.size()), anyJoined || length > 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is written in capitals, as {@code WHO} is and {@code Who} and {@code I} not. */
  static boolean hasCapitals(String text, List<Word> words) {
    return words.stream()
        .map(word -> text.substring(word.start(), word.end()))
        .anyMatch(
            word ->
                word.codePointCount(0, word.length()) > 1
                    && word.codePoints().allMatch(Character::isUpperCase));
  }

  private static String words(String text, List<Word> words) {
    if (!tellNothing(words)) {
      return "";
    }
    return hasCapitals(text, words)
        ? "Write \"=\" before this term to mean its capitals: nearly every paper has it in small"
            + " letters."
        : "Add a word to this term: nearly every paper has it.";
  }

  private static String exact(String text, List<Word> words) {
    return tellNothing(words) && !hasCapitals(text, words)
        ? "Add a word to this term: nearly every paper has it."
        : "";
  }

  private static String prefix(List<Word> words) {
    if (words.stream().mapToInt(word -> word.folded().length()).sum() < Term.SHORTEST_PREFIX) {
      return "Write at least %d letters before the \"*\".".formatted(Term.SHORTEST_PREFIX);
    }
    return smallWordMet(words)
        .map(
            word ->
                "Write more letters before the \"*\": so it also meets small words such as \"%s\"."
                    .formatted(word))
        .orElse("");
  }

  /** The small word that the last part meets where all parts before it are small words. */
  private static Optional<String> smallWordMet(List<Word> words) {
    for (int length = 1; length <= Math.min(words.size(), Compounds.MOST_PARTS); length++) {
      List<Word> run = words.subList(0, length);
      if (Compounds.joinable(run)) {
        String joined = Compounds.joined(run);
        List<Word> rest = words.subList(length, words.size());
        Optional<String> met = Optional.empty();
        if (rest.isEmpty()) {
          met = FunctionWords.beginningWith(joined);
        } else if (FunctionWords.contains(joined)) {
          met = smallWordMet(rest);
        }
        if (met.isPresent()) {
          return met;
        }
      }
    }
    return Optional.empty();
  }

  /** {@code all-to-all} says something, {@code all to all} need not. */
  private static boolean isCompound(List<Word> words) {
    return words.stream().anyMatch(word -> word.link() == Link.HYPHEN);
  }
}
