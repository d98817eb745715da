package dev.paperboy.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the words that a short form abbreviates, at the end of a text.
 *
 * <p>First as initials, with small words counted or not: {@code group relative policy optimization}
 * for {@code GRPO}. Else as Schwartz and Hearst do it: the characters of the short form from right
 * to left, each at its last possible place, the first of them where a word begins. Initials go
 * first because the last possible place reads {@code proximal policy optimization (PPO)} as {@code
 * policy optimization}.
 */
final class LongForm {

  private static final int MOST_ADDED_WORDS = 5;

  private static final Set<String> SMALL_WORDS =
      Set.of("a an and as at by for from in of on or the to via with".split(" "));

  private final String text;

  /** The short form in lower case. */
  private final String shortForm;

  /** Its letters and digits, which have to be found. */
  private final String sought;

  private record Part(int start, String lower) {}

  private LongForm(String text, String shortForm) {
    this.text = text;
    this.shortForm = shortForm.toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    this.shortForm
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> letters.append((char) c));
    this.sought = letters.toString();
  }

  /**
   * The long form that ends where the text ends, if there is one.
   *
   * @param text one sentence or less, without white space at its ends
   * @param shortForm in the singular, with a letter or digit in it
   */
  static Optional<String> endingWith(String text, String shortForm) {
    return new LongForm(text, shortForm).find();
  }

  private Optional<String> find() {
    OptionalInt start = initials(Character::isWhitespace);
    if (start.isEmpty()) {
      start = initials(c -> !Character.isLetterOrDigit(c));
    }
    if (start.isEmpty()) {
      start = characters();
    }
    return start.isEmpty()
        ? Optional.empty()
        : Optional.of(text.substring(start.getAsInt())).filter(this::isAcceptable);
  }

  /** Where the long form starts if its words begin with the characters sought. */
  private OptionalInt initials(IntPredicate separates) {
    List<Part> parts = parts(text, separates);
    int wanted = sought.length() - 1;
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (begins(part.lower(), sought.charAt(wanted))) {
        wanted--;
        if (wanted < 0) {
          return opens(part.start()) ? OptionalInt.of(part.start()) : OptionalInt.empty();
        }
      } else if (i == parts.size() - 1 || !SMALL_WORDS.contains(part.lower())) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  private static boolean begins(String part, char character) {
    return part.charAt(0) == character
        || (character == '2' && part.equals("to"))
        || (character == '4' && part.equals("for"));
  }

  /** Where the long form starts by the rule of Schwartz and Hearst. */
  private OptionalInt characters() {
    int at = text.length();
    for (int wanted = sought.length() - 1; wanted >= 0; wanted--) {
      do {
        at--;
      } while (at >= 0 && !matches(at, wanted));
      if (at < 0) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(at);
  }

  private boolean matches(int at, int wanted) {
    return Character.toLowerCase(text.charAt(at)) == sought.charAt(wanted)
        && (wanted > 0 || opens(at));
  }

  /** Nothing begins inside a compound, such as {@code modal model} in {@code multi-modal model}. */
  private boolean opens(int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    return !Character.isLetterOrDigit(before)
        && Character.getType(before) != Character.DASH_PUNCTUATION;
  }

  private boolean isAcceptable(String longForm) {
    int words = parts(longForm, Character::isWhitespace).size();
    return longForm.length() > shortForm.length()
        && words <= Math.min(shortForm.length() + MOST_ADDED_WORDS, 2 * shortForm.length())
        && parts(longForm, c -> !Character.isLetterOrDigit(c)).stream()
            .noneMatch(part -> part.lower().equals(shortForm));
  }

  private static List<Part> parts(String text, IntPredicate separates) {
    List<Part> parts = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean between = i == text.length() || separates.test(text.charAt(i));
      if (between && start >= 0) {
        parts.add(new Part(start, text.substring(start, i).toLowerCase(Locale.ROOT)));
        start = -1;
      } else if (!between && start < 0) {
        start = i;
      }
    }
    return parts;
  }
}
