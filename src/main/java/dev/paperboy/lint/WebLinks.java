package dev.paperboy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses in running text. */
final class WebLinks {

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://[^\\s<>\"“”‘’«»…|\\\\^`{}]+");

  /** What ends a sentence or a bracket rather than an address. */
  private static final String TRAILING = ".,;:!?'*_~-)]";

  private WebLinks() {}

  /**
   * The addresses in the order they stand there, each without what may end a sentence: so two parts
   * of a mail can be compared, but what is left need not be the exact address.
   */
  static List<String> in(String text) {
    List<String> links = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      int end = matcher.end();
      while (TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      links.add(text.substring(matcher.start(), end));
    }
    return links;
  }
}
