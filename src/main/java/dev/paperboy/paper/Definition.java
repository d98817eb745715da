package dev.paperboy.paper;

import java.util.Locale;

/**
 * A text says what a short form stands for.
 *
 * @param shortForm as the text writes it, such as {@code RL}
 * @param longForm as the text writes it, such as {@code Reinforcement Learning}
 */
record Definition(String shortForm, String longForm) {

  private static final int SHORTEST_PLURAL = 3;

  /** Both in the singular where both are in the plural: {@code large language models (LLMs)}. */
  static Definition inSingular(String shortForm, String longForm) {
    return isPlural(shortForm) && longForm.endsWith("s")
        ? new Definition(withoutLast(shortForm, 1), singular(longForm))
        : new Definition(shortForm, longForm);
  }

  /** A small s after a capital or a digit: a plural only abbreviations have. */
  static boolean isPlural(String shortForm) {
    int length = shortForm.length();
    return length >= SHORTEST_PLURAL
        && shortForm.endsWith("s")
        && !Character.isLowerCase(shortForm.charAt(length - 2));
  }

  /** Equal for long forms that differ only in case, hyphens, spaces and inflection. */
  String key() {
    return Abbreviations.joined(Abbreviations.key(longForm));
  }

  /** Left as it is where English does not show what the singular is: {@code caches, batches}. */
  private static String singular(String plural) {
    String lower = plural.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ies")) {
      return withoutLast(plural, 3) + "y";
    }
    if (lower.endsWith("sses") || lower.endsWith("xes")) {
      return withoutLast(plural, 2);
    }
    boolean unclear =
        lower.endsWith("ss")
            || lower.endsWith("hes")
            || lower.endsWith("ses")
            || lower.endsWith("us")
            || lower.endsWith("is");
    return unclear ? plural : withoutLast(plural, 1);
  }

  private static String withoutLast(String text, int characters) {
    return text.substring(0, text.length() - characters);
  }
}
