package dev.paperboy.inbound;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The phrases that mail is recognized by, from {@code phrases.tsv}: automatic subjects, failure
 * words, greetings and so on, in all languages. Texts are compared in a plain form: lower case, no
 * accents, one blank between words, no punctuation but {@code :} and {@code ?}, which are words of
 * their own. Searching takes time in proportion to the length of the text.
 */
final class Phrases {

  static final Phrases AUTOMATIC_SUBJECT = new Phrases("automatic-subject");
  static final Phrases RETURNED_SUBJECT = new Phrases("returned-subject");
  static final Phrases FAILURE_WORDS = new Phrases("failure-words");
  static final Phrases BANNER = new Phrases("banner");
  static final Phrases BANNER_TAG = new Phrases("banner-tag");
  static final Phrases GREETING_START = new Phrases("greeting-start");
  static final Phrases GREETING_WORD = new Phrases("greeting-word");
  static final Phrases CLOSING = new Phrases("closing");
  static final Phrases LEAVE = new Phrases("leave");
  static final Phrases LEAVE_MAYBE = new Phrases("leave-maybe");
  static final Phrases DOUBT = new Phrases("doubt");

  /** Marks a phrase that counts anywhere, not only at the beginning. */
  private static final String ANYWHERE = "*";

  private final List<String> beginnings = new ArrayList<>();
  private final List<String> anywhere = new ArrayList<>();
  private final Set<String> all = new TreeSet<>();

  private Phrases(String kind) {
    for (Row row : rows()) {
      if (row.kind().equals(kind)) {
        String phrase = plain(row.phrase());
        (row.phrase().startsWith(ANYWHERE) ? anywhere : beginnings).add(phrase);
        all.add(phrase);
      }
    }
  }

  /** A line of the resource. */
  record Row(String kind, String language, String phrase) {}

  static List<Row> rows() {
    return WordLists.lines("phrases.tsv").stream()
        .map(line -> line.split("\t"))
        .map(cells -> new Row(cells[0], cells[1], cells[2]))
        .toList();
  }

  /** The header fields that mark automatic mail, in lower case, with what their value must be. */
  static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Row row : rows()) {
      if (row.kind().equals("header")) {
        headers.put(row.language().toLowerCase(Locale.ROOT), row.phrase());
      }
    }
    return headers;
  }

  /** The text in the form that phrases are compared in. */
  static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      boolean mark = c == ':' || c == '?';
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (mark || Character.isLetterOrDigit(c) || isSpacingMark(c)) {
        if ((gap || mark) && plain.length() > 0) {
          plain.append(' ');
        }
        plain.appendCodePoint(c);
        gap = mark;
      } else {
        gap = true;
      }
    }
    return plain.toString().replace("ß", "ss").replace("\u0131", "i");
  }

  private static boolean isSpacingMark(int c) {
    return Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Whether the plain text begins with one of them, or has one that counts anywhere. */
  boolean begin(String plain) {
    return beginnings.stream().anyMatch(plain::startsWith)
        || anywhere.stream().anyMatch(plain::contains);
  }

  /** Whether the plain text begins with one of them as whole words. */
  boolean beginAsWords(String plain) {
    String words = plain + " ";
    return all.stream().anyMatch(phrase -> words.startsWith(phrase + " "));
  }

  /** The same, with those of one word left out. */
  boolean beginWithSeveralWords(String plain) {
    String words = plain + " ";
    return all.stream().anyMatch(p -> p.contains(" ") && words.startsWith(p + " "));
  }

  /** Whether one of them is somewhere in the plain text, as whole words where it has spaces. */
  boolean in(String plain) {
    String words = " " + plain + " ";
    return all.stream()
        .anyMatch(phrase -> words.contains(isWide(phrase) ? phrase : " " + phrase + " "));
  }

  /** The plain text without them. */
  String removedFrom(String plain) {
    String words = " " + plain + " ";
    for (String phrase : all) {
      words = words.replace(" " + phrase + " ", "  ");
    }
    return words;
  }

  /** Whether the plain text is one of them. */
  boolean has(String plain) {
    return all.contains(plain);
  }

  /** Chinese, Japanese and Korean put no blanks between words, or endings behind them. */
  private static boolean isWide(String phrase) {
    return phrase.codePoints().anyMatch(c -> c >= 0x1100 && (c < 0x1200 || c >= 0x3000));
  }
}
