package dev.paperboy.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds where a text defines an abbreviation: {@code long form (SF)} or {@code SF (long form)}.
 *
 * <p>After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text", Pacific Symposium on Biocomputing 8, 2003, pages 451 to 462.
 * Their conditions hold: a short form has 2 to 10 characters in one or two words, begins with a
 * letter or digit and has a letter; its long form stands beside it, has at most min(n + 5, 2n)
 * words for n characters, is longer, and does not contain the short form as a word. Different here:
 * a short form has a capital and ends with a letter or digit, a bracket may hold more than the
 * short form ({@code (RL; ours)}), plurals are taken off, a long form in brackets fills its part of
 * them, and initials go before other characters (see {@link LongForm}).
 *
 * <p>Time is linear in the length of the text, whatever it holds: no more than a fixed number of
 * characters around a bracket is looked at.
 */
final class DefinitionFinder {

  private static final int LONGEST_IN_BRACKETS = 200;
  private static final int LONGEST_BEFORE_BRACKETS = 150;
  private static final int LONGEST_SHORT_FORM = 10;
  private static final int MOST_WORDS_IN_SHORT_FORM = 2;

  private static final String OPENING = "([";
  private static final String CLOSING = ")]";

  /** What leads to the form itself, in brackets. */
  private static final Pattern LEAD =
      Pattern.compile("^(?:i\\.?e\\.?|a\\.?k\\.?a\\.?|or|also|called|dubbed|termed|in short)[, ]+");

  private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern LIST = Pattern.compile("[,;:]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final String text;
  private final Map<String, Definition> found = new LinkedHashMap<>();

  private DefinitionFinder(String text) {
    this.text = text;
  }

  /** The definitions in the order of the text; of several writings of one, the first. */
  static List<Definition> in(String text) {
    return new DefinitionFinder(text).scan();
  }

  private List<Definition> scan() {
    for (int i = 0; i < text.length(); i++) {
      if (OPENING.indexOf(text.charAt(i)) >= 0) {
        int close = closing(i + 1);
        if (close >= 0) {
          String inside = text.substring(i + 1, close).strip();
          read(before(i), LEAD.matcher(inside).replaceFirst(""));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Where the bracket closes; -1 where it holds another one or is too long. */
  private int closing(int from) {
    int end = Math.min(text.length(), from + LONGEST_IN_BRACKETS);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (CLOSING.indexOf(c) >= 0) {
        return i;
      }
      if (OPENING.indexOf(c) >= 0) {
        return -1;
      }
    }
    return -1;
  }

  /** What stands before a bracket in the same sentence and outside other brackets. */
  private String before(int bracket) {
    int start = bracket;
    int least = Math.max(0, bracket - LONGEST_BEFORE_BRACKETS);
    while (start > least && !isBorder(start - 1)) {
      start--;
    }
    String before = text.substring(start, bracket);
    boolean cutInWord = start == least && start > 0 && !isBorder(start - 1);
    int space = before.indexOf(' ');
    return unquoted(cutInWord ? before.substring(space < 0 ? before.length() : space) : before);
  }

  private boolean isBorder(int at) {
    char c = text.charAt(at);
    return ";:".indexOf(c) >= 0
        || OPENING.indexOf(c) >= 0
        || CLOSING.indexOf(c) >= 0
        || (".!?".indexOf(c) >= 0 && text.startsWith(" ", at + 1));
  }

  private void read(String before, String inside) {
    String first = unquoted(LIST.split(inside, 2)[0]);
    if (isShortForm(first)) {
      LongForm.endingWith(before, singular(first, before))
          .ifPresent(longForm -> add(first, longForm));
      return;
    }
    String lastWord = unquoted(before.substring(before.lastIndexOf(' ') + 1));
    if (isShortForm(lastWord)) {
      filling(first, lastWord)
          .or(() -> filling(unquoted(inside), lastWord))
          .ifPresent(longForm -> add(lastWord, longForm));
    }
  }

  /** The text as the long form, if it is one from end to end; an article before it may go. */
  private static Optional<String> filling(String text, String shortForm) {
    String bare = ARTICLE.matcher(text).replaceFirst("");
    return LongForm.endingWith(text, singular(shortForm, text))
        .filter(longForm -> longForm.equals(text) || longForm.equals(bare));
  }

  private void add(String shortForm, String longForm) {
    Definition definition = Definition.inSingular(shortForm, longForm);
    found.putIfAbsent(definition.shortForm() + " " + definition.key(), definition);
  }

  private static String singular(String shortForm, String longForm) {
    return Definition.inSingular(shortForm, longForm).shortForm();
  }

  private static boolean isShortForm(String words) {
    return words.length() >= 2
        && words.length() <= LONGEST_SHORT_FORM
        && Character.isLetterOrDigit(words.charAt(0))
        && Character.isLetterOrDigit(words.charAt(words.length() - 1))
        && words.chars().anyMatch(Character::isUpperCase)
        && SPACES.split(words).length <= MOST_WORDS_IN_SHORT_FORM;
  }

  private static String unquoted(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isQuoteOrSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isQuoteOrSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isQuoteOrSpace(char c) {
    return Character.isWhitespace(c) || "'\"`*\u2018\u2019\u201C\u201D".indexOf(c) >= 0;
  }
}
