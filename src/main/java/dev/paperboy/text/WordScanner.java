package dev.paperboy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Splits text into words.
 *
 * <p>A word is a run of letters, digits and marks; {@code 3D}, {@code o1}, {@code R²} and {@code
 * GPT4} are one word each. Also inside a word: an apostrophe between letters ({@code don't}), a
 * full stop between digits ({@code 3.5}), characters that cannot be seen (soft hyphen, joiners).
 * The symbols of {@code C++}, {@code C#}, {@code g++} belong to the word where it has no more than
 * two letters. Every Chinese or Japanese ideograph is a word of its own, so that a phrase of them
 * is found without spaces. All other symbols only separate.
 */
public final class WordScanner {

  private static final String APOSTROPHES = "'\u2019\uFF07";
  private static final int LONGEST_BEFORE_SYMBOLS = 2;
  private static final int SHORTEST_CAPITALS = 2;
  private static final int FIRST_BEYOND_ASCII = 0x80;
  private static final int FIRST_HIRAGANA = 0x3040;
  private static final int LAST_HIRAGANA = 0x309F;

  private final String text;

  private WordScanner(String text) {
    this.text = text;
  }

  /** The words in the order of the text. Any string will do, also one that is not valid UTF-16. */
  public static List<Word> words(String text) {
    return new WordScanner(text).scan();
  }

  private List<Word> scan() {
    List<Word> words = new ArrayList<>();
    String before = "";
    int gap = 0;
    int at = 0;
    while (at < text.length()) {
      int end = startsWord(at) ? endOfWord(at) : at;
      String folded = end > at ? Folding.fold(text.substring(at, singularEnd(at, end))) : "";
      if (folded.isEmpty()) {
        at = Math.max(end, next(at));
        continue;
      }
      Link link = words.isEmpty() ? Link.BREAK : Link.between(text, before, gap, at);
      words.add(new Word(at, end, folded, link));
      before = folded;
      gap = possessive(end) ? end + 2 : end;
      at = gap;
    }
    return words;
  }

  /** The small s of {@code RLs} makes a plural of capitals, whatever the word. */
  private int singularEnd(int start, int end) {
    if (end - start < SHORTEST_CAPITALS + 1 || text.charAt(end - 1) != 's') {
      return end;
    }
    for (int i = start; i < end - 1; i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return end;
      }
    }
    return end - 1;
  }

  private int endOfWord(int start) {
    int plain = start;
    while (plain < text.length() && isAsciiWord(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length() || (plain > start && onlySeparates(text.charAt(plain)))) {
      return plain;
    }
    return ideograph(start) ? next(start) : endOfAnyWord(start);
  }

  /** Most words end before a blank or another character that is never part of a word. */
  private static boolean onlySeparates(char c) {
    return c < FIRST_BEYOND_ASCII && "'.+#".indexOf(c) < 0;
  }

  private int endOfAnyWord(int start) {
    int end = next(start);
    int at = end;
    while (at < text.length() && !ideograph(at)) {
      if (inWord(at)) {
        end = next(at);
      } else if (!bridges(at)) {
        break;
      }
      at = next(at);
    }
    return end + symbols(start, end);
  }

  /** Whether a character that is no letter or digit may stand inside a word at this place. */
  private boolean bridges(int at) {
    char c = text.charAt(at);
    if (Character.getType(text.codePointAt(at)) == Character.FORMAT) {
      return true;
    }
    if (c == '.') {
      return Character.isDigit(text.charAt(at - 1)) && isAt(at + 1, Character::isDigit);
    }
    return APOSTROPHES.indexOf(c) >= 0
        && Character.isLetter(text.codePointBefore(at))
        && isAt(at + 1, Character::isLetter)
        && !possessive(at);
  }

  private boolean possessive(int at) {
    return at + 1 < text.length()
        && APOSTROPHES.indexOf(text.charAt(at)) >= 0
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && !(at + 2 < text.length() && inWord(at + 2));
  }

  /** How many characters of {@code ++} or {@code #} after a short word belong to it. */
  private int symbols(int start, int end) {
    if (end - start > LONGEST_BEFORE_SYMBOLS || !Character.isLetter(text.codePointAt(start))) {
      return 0;
    }
    int length = text.startsWith("++", end) ? 2 : text.startsWith("#", end) ? 1 : 0;
    return end + length < text.length() && inWord(end + length) ? 0 : length;
  }

  private boolean startsWord(int at) {
    char first = text.charAt(at);
    if (first < FIRST_BEYOND_ASCII) {
      return isAsciiWord(first);
    }
    int c = text.codePointAt(at);
    return Character.isLetterOrDigit(c) || isOtherNumber(c);
  }

  private boolean inWord(int at) {
    char first = text.charAt(at);
    if (first < FIRST_BEYOND_ASCII) {
      return isAsciiWord(first);
    }
    int c = text.codePointAt(at);
    return Character.isLetterOrDigit(c) || isOtherNumber(c) || isMark(c);
  }

  private static boolean isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private boolean ideograph(int at) {
    int c = text.codePointAt(at);
    return c >= FIRST_BEYOND_ASCII && isIdeograph(c);
  }

  private static boolean isIdeograph(int c) {
    return Character.isIdeographic(c) || (c >= FIRST_HIRAGANA && c <= LAST_HIRAGANA);
  }

  /** Superscripts, subscripts, Roman numerals: {@code R²}, {@code π₀}. */
  private static boolean isOtherNumber(int c) {
    int type = Character.getType(c);
    return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private boolean isAt(int at, IntPredicate kind) {
    return at < text.length() && kind.test(text.codePointAt(at));
  }

  private int next(int at) {
    return at + Character.charCount(text.codePointAt(at));
  }
}
