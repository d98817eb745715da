package dev.paperboy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules of style elements, of the first 16 KB and at most 500: enough to judge a mail. */
final class StyleSheet {

  static final int MOST_BYTES = 16 * 1024;

  private static final int MOST_RULES = 500;

  private StyleSheet() {}

  /**
   * A rule.
   *
   * @param condition the at-rule around it, such as {@code @media (max-width: 520px)}; {@code ""}
   *     where there is none
   */
  record StyleRule(String condition, String selector, Declarations declarations) {

    boolean isForDark() {
      return condition.contains("prefers-color-scheme") && condition.contains("dark");
    }
  }

  /** Reads what it can; what is broken ends the reading. */
  static List<StyleRule> read(String css) {
    String whole = css.length() > MOST_BYTES ? css.substring(0, MOST_BYTES) : css;
    List<StyleRule> rules = new ArrayList<>();
    read(whole.replaceAll("(?s)/\\*.*?\\*/", " "), "", rules);
    return rules;
  }

  private static void read(String css, String condition, List<StyleRule> rules) {
    int at = 0;
    int open = css.indexOf('{');
    while (open >= 0 && rules.size() < MOST_RULES) {
      String prelude = css.substring(at, open);
      String head = prelude.substring(prelude.lastIndexOf(';') + 1).strip();
      int close = close(css, open);
      String inner = css.substring(open + 1, close);
      if (head.startsWith("@") && condition.isEmpty()) {
        read(inner, head.toLowerCase(Locale.ROOT), rules);
      } else {
        rules.add(new StyleRule(condition, head, Declarations.of(inner)));
      }
      at = Math.min(css.length(), close + 1);
      open = css.indexOf('{', at);
    }
  }

  /** Where the block that opens there ends; at the end of all where it does not. */
  private static int close(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return css.length();
  }
}
