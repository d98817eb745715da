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
  private static final Pattern LIST_MARK =
      Pattern.compile("^(\\s*)(?:[\u2022\u00B7\u25AA\u2013\u2014*]) ?(?=\\S)");
  private static final Pattern QUOTE = Pattern.compile("^(?:> ?)+");

  /** First what is not quoted, then what is; empty where no begin line is followed by an end. */
  static Optional<MarkedBlock> in(List<String> lines) {
    return find(lines).or(() -> find(lines.stream().map(MarkedBlock::unquoted).toList()));
  }

  private static String unquoted(String line) {
    return QUOTE.matcher(line).replaceFirst("");
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
    for (String line : lines) {
      String whole = plain(unquoted(line)).stripTrailing();
      repaired |= !whole.equals(unquoted(line).stripTrailing());
      mended.add(whole);
    }
    while (!mended.isEmpty() && mended.get(mended.size() - 1).isEmpty()) {
      mended.remove(mended.size() - 1);
    }
    while (!mended.isEmpty() && mended.get(0).isEmpty()) {
      mended.remove(0);
    }
    return new MarkedBlock(outdented(mended) + "\n", repaired);
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
