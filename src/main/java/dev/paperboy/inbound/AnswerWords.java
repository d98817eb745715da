package dev.paperboy.inbound;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that answer a question with yes or no, in several languages. Only these do: the table
 * {@code answers.tsv}, which {@code docs/by-mail.md} shows to readers.
 */
final class AnswerWords {

  /** No word of the table is as long. */
  private static final int LONGEST = 200;

  /** A question mark is no punctuation here: "yes?" is no yes. In Greek it is a semicolon. */
  private static final String ASKING = "?;\u061F";

  private static final Pattern BETWEEN =
      Pattern.compile("(?<![.!–—،])[.!–—،]++(?=[\\s,、])|[\\s,、]++");

  private static final Set<String> YES = new HashSet<>();
  private static final Set<String> NO = new HashSet<>();
  private static final Set<String> CLOSING = new HashSet<>();

  static {
    for (Language language : table()) {
      YES.addAll(plain(language.yes()));
      NO.addAll(plain(language.no()));
      CLOSING.addAll(plain(language.closing()));
    }
  }

  private AnswerWords() {}

  /** A row of the table. */
  record Language(String name, List<String> yes, List<String> no, List<String> closing) {}

  static List<Language> table() {
    List<Language> table = new ArrayList<>();
    for (String line : WordLists.lines("answers.tsv")) {
      String[] cells = line.split("\t", -1);
      table.add(new Language(cells[0], words(cells[1]), words(cells[2]), words(cells[3])));
    }
    return table;
  }

  private static List<String> plain(List<String> words) {
    return words.stream().map(AnswerWords::plain).toList();
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("; "));
  }

  static boolean isYes(String line) {
    return YES.contains(plain(line));
  }

  static boolean isNo(String line) {
    return NO.contains(plain(line));
  }

  static boolean isClosing(String line) {
    return CLOSING.contains(plain(line));
  }

  /** As words are compared: small letters, neither punctuation nor repeated spaces. */
  static String plain(String line) {
    if (line.length() > LONGEST) {
      return line;
    }
    String folded = Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    // Turkish has two letters i, which capitals of other languages do not tell apart.
    String one = folded.replace("i\u0307", "i").replace('ı', 'i').replace('’', '\'');
    String bare = PlainLine.bare(one, ASKING);
    return BETWEEN.matcher(bare).replaceAll(" ").replaceAll(" ++", " ").strip();
  }
}
