package dev.paperboy.dump;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a capture without an empty line between them: a title, or a paragraph. */
record CaptureBlock(List<String> lines) {

  /** No title is longer; some are nearly so long. */
  private static final int LONGEST_TITLE = 250;

  /** No paragraph of an abstract is shorter, unless the abstract is a sentence or two. */
  private static final int PROSE = 250;

  private static final int LONGEST_SENTENCE_AS_TITLE = 150;
  private static final int MOST_LINES_OF_TITLE = 3;

  private static final Pattern LIST_ITEM = Pattern.compile("[-*•–] .*|\\(?[0-9a-z]{1,2}[.)] .*");
  private static final Pattern TWO_SENTENCES = Pattern.compile("[a-z)]{3}\\. [A-Z]");
  private static final Pattern WORD = Pattern.compile("[\\s-]+");
  private static final Pattern LINK = Pattern.compile("https?://|www\\.");

  CaptureBlock {
    lines = List.copyOf(lines);
  }

  String text() {
    return String.join(" ", lines);
  }

  /** Whether this is too long to be anything but a part of an abstract. */
  boolean isProse() {
    return text().length() >= PROSE;
  }

  /** Whether this reads like a title: short, one line or few, no full stop at the end. */
  boolean isTitle() {
    String text = text();
    if (text.length() > LONGEST_TITLE
        || lines.size() > MOST_LINES_OF_TITLE
        || LIST_ITEM.matcher(text).matches()
        || LINK.matcher(text).find()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (last == '?' || last == '!') {
      return text.length() <= LONGEST_SENTENCE_AS_TITLE;
    }
    return ".:;,".indexOf(last) < 0 && !TWO_SENTENCES.matcher(text).find();
  }

  /**
   * Whether this can be a title although it ends in a full stop: most long words are in capitals.
   */
  boolean isTitleWithFullStop() {
    String text = text();
    if (!text.endsWith(".")
        || text.length() > LONGEST_SENTENCE_AS_TITLE
        || TWO_SENTENCES.matcher(text).find()) {
      return false;
    }
    List<String> words = Arrays.stream(WORD.split(text)).filter(word -> word.length() > 3).toList();
    long capitals = words.stream().filter(word -> Character.isUpperCase(word.charAt(0))).count();
    return capitals * 4 >= words.size() * 3L && !LINK.matcher(text).find();
  }
}
