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
    return joinable(left.folded(), right.folded(), right.link());
  }

  /**
   * Whether two folded neighbours may be one word.
   *
   * @param link what stands between them
   */
  public static boolean joinable(String left, String right, Link link) {
    return joinable(
        left, right, link, FunctionWords.contains(left) || FunctionWords.contains(right));
  }

  /**
   * The same for one who knows the words.
   *
   * @param function whether one of them is a {@linkplain FunctionWords function word}
   */
  public static boolean joinable(String left, String right, Link link, boolean function) {
    if (link == Link.APART || link == Link.BREAK) {
      return false;
    }
    boolean numbers =
        Character.isDigit(left.charAt(left.length() - 1)) && Character.isDigit(right.charAt(0));
    return !numbers && (link == Link.HYPHEN || !function);
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
