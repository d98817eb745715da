package dev.paperboy.match;

import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person's name, to be compared with other writings of it: without case and accents, given names
 * in full or as initials, the family name last or before a comma.
 *
 * @param given given names and initials, and the particles of the family name
 * @param family the last word of the family name; empty for a name without letters
 */
record AuthorName(List<String> given, String family) {

  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  static AuthorName of(String name) {
    int comma = name.indexOf(',');
    List<String> words = words(comma < 0 ? name : name.substring(comma + 1));
    if (comma >= 0) {
      words.addAll(words(name.substring(0, comma)));
    }
    if (words.size() > 1 && SUFFIXES.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    return words.isEmpty()
        ? new AuthorName(List.of(), "")
        : new AuthorName(
            List.copyOf(words.subList(0, words.size() - 1)), words.get(words.size() - 1));
  }

  /**
   * Whether this, which a reader looks for, may be that author. A family name alone may be anybody
   * of the name. Middle names may be missing on either side.
   */
  boolean meets(AuthorName author) {
    return !family.isEmpty()
        && family.equals(author.family)
        && (given.isEmpty()
            || String.join("", given).equals(String.join("", author.given))
            || samePerson(given, author.given)
            || samePerson(author.given, given));
  }

  /** Whether the names of the shorter list stand in the longer one, in order, the first first. */
  private static boolean samePerson(List<String> shorter, List<String> longer) {
    if (shorter.isEmpty() || longer.isEmpty() || !same(shorter.get(0), longer.get(0))) {
      return false;
    }
    int at = 0;
    for (String name : longer) {
      if (at < shorter.size() && same(shorter.get(at), name)) {
        at++;
      }
    }
    return at == shorter.size();
  }

  private static boolean same(String one, String other) {
    return one.equals(other)
        || (one.length() == 1 && other.startsWith(one))
        || (other.length() == 1 && one.startsWith(other));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (Word word : WordScanner.words(text)) {
      words.add(word.folded());
    }
    return words;
  }
}
