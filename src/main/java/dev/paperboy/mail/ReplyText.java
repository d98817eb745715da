package dev.paperboy.mail;

import java.util.Locale;

/**
 * The text of a reply, made ready for comparing: its words without addresses, host names, links,
 * codes and punctuation, and the whole in lower case. Made in one pass over the text.
 *
 * @param words each with a space on both sides
 * @param whole in lower case, as it came
 */
record ReplyText(String words, String whole) {

  /** More of a reply is not looked at. */
  private static final int LONGEST = 4000;

  private static final int CODE_DIGITS = 3;

  static ReplyText of(String text) {
    String bounded = text.substring(0, Math.min(text.length(), LONGEST));
    String whole = bounded.toLowerCase(Locale.ROOT).replace('’', '\'');
    StringBuilder words = new StringBuilder(" ");
    for (String token : whole.split("\\s")) {
      append(token, words);
    }
    return new ReplyText(words.toString(), whole);
  }

  private static void append(String token, StringBuilder words) {
    if (isName(token) || isReplyCode(token)) {
      return;
    }
    for (int i = 0; i < token.length(); ) {
      int point = token.codePointAt(i);
      i += Character.charCount(point);
      if (isOfWord(point)) {
        words.appendCodePoint(point);
      } else {
        endWord(words);
      }
    }
    endWord(words);
  }

  private static boolean isOfWord(int point) {
    return Character.isLetterOrDigit(point)
        || point == '\''
        || point == '/'
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static void endWord(StringBuilder words) {
    if (words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  /** An address, a host, an IP address, a version or a link: what it is called says nothing. */
  private static boolean isName(String token) {
    if (token.indexOf('@') >= 0 || token.contains("://")) {
      return true;
    }
    for (int i = 1; i < token.length() - 1; i++) {
      boolean inside = token.charAt(i) == '.' || token.charAt(i) == ':';
      if (inside
          && Character.isLetterOrDigit(token.charAt(i - 1))
          && Character.isLetterOrDigit(token.charAt(i + 1))
          && (token.charAt(i) == '.' || Character.isDigit(token.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Such as {@code 550} or {@code 550-}: the rest of {@code 550-blocked} is a word. */
  private static boolean isReplyCode(String token) {
    String digits = token.endsWith("-") ? token.substring(0, token.length() - 1) : token;
    return digits.length() == CODE_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
