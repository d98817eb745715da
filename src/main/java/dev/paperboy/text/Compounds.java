package dev.paperboy.text;

import java.util.List;

/**
 * Which neighbouring words may as well be written as one: {@code fine-tuning}, {@code fine tuning}
 * and {@code finetuning}. Across a space only words with a meaning of their own join, else {@code a
 * symmetric} would be {@code asymmetric}; two numbers never join.
 */
public final class Compounds {

  /** No compound has more parts than this. */
  public static final int MOST_PARTS = 3;

  private Compounds() {}

  /** Whether two neighbours may be one word. */
  public static boolean joinable(Word left, Word right) {
    if (Character.isDigit(left.folded().charAt(left.folded().length() - 1))
        && Character.isDigit(right.folded().charAt(0))) {
      return false;
    }
    return switch (right.link()) {
      case HYPHEN -> true;
      case SPACE ->
          !FunctionWords.contains(left.folded()) && !FunctionWords.contains(right.folded());
      case APART, BREAK -> false;
    };
  }

  /** Whether all these neighbours may be one word. */
  public static boolean joinable(List<Word> words) {
    for (int i = 1; i < words.size(); i++) {
      if (!joinable(words.get(i - 1), words.get(i))) {
        return false;
      }
    }
    return words.size() <= MOST_PARTS;
  }

  /** The words written as one, folded. */
  public static String joined(List<Word> words) {
    if (words.size() == 1) {
      return words.get(0).folded();
    }
    StringBuilder joined = new StringBuilder();
    words.forEach(word -> joined.append(word.folded()));
    return joined.toString();
  }
}
