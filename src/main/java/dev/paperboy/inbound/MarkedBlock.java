package dev.paperboy.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The interests between the two marker lines of a mail, mended where the mail program had damaged
 * them.
 *
 * @param repaired whether there was something to mend beside marks of quotation
 */
record MarkedBlock(String document, boolean repaired) {

  private static final String DASHES = "[-\u2010-\u2015_*\\s]*";
  private static final Pattern BEGIN =
      Pattern.compile("(?iu)^" + DASHES + "interests ?: ?begin" + DASHES + "$");
  private static final Pattern END =
      Pattern.compile("(?iu)^" + DASHES + "interests ?: ?end" + DASHES + "$");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\u00AD\u200B-\u200F\u2060\uFEFF\u202A-\u202E]");
  private static final Pattern BLANKS = Pattern.compile("[\u00A0\u2000-\u200A\u202F\u3000]");
  private static final String BULLETS =
      "\u2022\u00B7\u25AA\u25AB\u25E6\u2023\u25CF\u25CB\u25A0\u25A1\u00A7\u2043\u2013\u2014\uF0B7\uF0A7";

  /** The bullets of mail programs; Word writes the letter o for one, with blanks behind it. */
  private static final Pattern LIST_MARK =
      Pattern.compile("^(\\s*+)(?:[" + BULLETS + "*]\\s*+|o\\s{2,}+)(?=\\S)");

  private static final Pattern NUMBER = Pattern.compile("^(\\s*+)\\d{1,2}[.)]\\s++(?=\\S)");
  private static final Pattern KEY = Pattern.compile("^[A-Za-z_]{2,20}:(\\s.*)?$");

  /** Programs break lines at 72 to 78 characters; a shorter line was not broken. */
  private static final int SHORTEST_WRAPPED = 66;

  /** First what is not quoted, then what is; empty where no begin line is followed by an end. */
  static Optional<MarkedBlock> in(List<String> lines) {
    return find(lines).or(() -> find(lines.stream().map(PlainLine::unquoted).toList()));
  }

  private static Optional<MarkedBlock> find(List<String> lines) {
    int begin = index(lines, BEGIN, 0);
    int end = begin < 0 ? -1 : index(lines, END, begin);
    return end < 0 ? Optional.empty() : Optional.of(mended(lines.subList(begin + 1, end)));
  }

  private static int index(List<String> lines, Pattern mark, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (mark.matcher(plain(lines.get(i)).strip()).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether it is a marker line. */
  static boolean isMarker(String line) {
    String plain = plain(line).strip();
    return BEGIN.matcher(plain).matches() || END.matcher(plain).matches();
  }

  private static MarkedBlock mended(List<String> lines) {
    List<String> mended = new ArrayList<>();
    boolean repaired = false;
    int before = 0;
    for (String line : lines) {
      String bare = PlainLine.unquoted(line);
      String whole = NUMBER.matcher(plain(bare).stripTrailing()).replaceFirst("$1- ");
      if (before > 0 && goesOn(mended.get(mended.size() - 1), before, whole)) {
        mended.set(mended.size() - 1, mended.get(mended.size() - 1) + " " + whole.strip());
        repaired = true;
      } else {
        repaired |= !whole.equals(bare.stripTrailing());
        mended.add(whole);
      }
      before = line.stripTrailing().length();
    }
    return new MarkedBlock(outdented(withoutEmptyEnds(mended)) + "\n", repaired);
  }

  private static List<String> withoutEmptyEnds(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (to > from && lines.get(to - 1).isEmpty()) {
      to--;
    }
    while (from < to && lines.get(from).isEmpty()) {
      from++;
    }
    return lines.subList(from, to);
  }

  /**
   * Whether a line is the rest of the one before, which a mail program broke: there was no room for
   * its first word, and it begins nothing.
   */
  private static boolean goesOn(String before, int length, String line) {
    String words = line.strip();
    if (words.isEmpty() || before.isBlank() || startsAnew(words)) {
      return false;
    }
    int blank = words.indexOf(' ');
    int first = blank < 0 ? words.length() : blank;
    boolean comment = before.stripLeading().startsWith("#");
    boolean deeper = indent(line) > indent(before);
    return length + 1 + first > SHORTEST_WRAPPED && (comment || !deeper);
  }

  /** Whether a line begins something: an item, a key, a comment. */
  static boolean startsAnew(String line) {
    String words = line.strip();
    return isItem(words)
        || words.startsWith("#")
        || words.startsWith("---")
        || KEY.matcher(words).matches();
  }

  /** Whether a line is an item of a list, with a hyphen or another bullet. */
  static boolean isItem(String line) {
    return plain(line).strip().startsWith("- ");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** As YAML wants it: plain blanks, straight quotes, hyphens before items. */
  static String plain(String line) {
    String visible = INVISIBLE.matcher(line).replaceAll("");
    String blank = BLANKS.matcher(visible).replaceAll(" ").replace("\t", "  ");
    String straight =
        blank
            .replaceAll("[\u201C\u201D\u201E\u201F\u00AB\u00BB]", "\"")
            .replaceAll("[\u2018\u2019\u201A\u201B]", "'");
    return LIST_MARK.matcher(straight).replaceFirst("$1- ");
  }

  /** A program may have moved all of it to the right. */
  private static String outdented(List<String> lines) {
    int margin =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return String.join(
        "\n", lines.stream().map(line -> line.isBlank() ? "" : line.substring(margin)).toList());
  }

  /** Whether it says the same as this document, letter by letter but for blanks. */
  boolean equalsDocument(String other) {
    return squeezed(document).equals(squeezed(other));
  }

  private static String squeezed(String text) {
    return plain(text.replace("\r", ""))
        .replaceAll("[ \\t]+", " ")
        .replaceAll(" ?\\n\\s*", "\n")
        .strip();
  }
}
