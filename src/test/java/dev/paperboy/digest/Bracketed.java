package dev.paperboy.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language whose sentences stand in brackets, and what stands outside of them. */
public final class Bracketed {

  private static final Pattern SENTENCE = Pattern.compile("(?m)^( *[a-z_]+: )\"(.*?)\"( *#.*)?$");

  private Bracketed() {}

  /** The language file with every sentence in brackets, and dates in figures. */
  public static String of(String english) {
    int texts = english.indexOf("\nwords:");
    String head =
        """
        language:
          locale: en
          full_date: "yyyy-MM-dd"
          brief_date: "MM-dd"
          paper_date: "yyyy-MM-dd"
          moment: "yyyy-MM-dd HH:mm"
          span_in_month: ["dd", "–", "dd"]
          span_in_year: ["MM-dd", "–", "MM-dd"]
          span_over_years: ["yyyy-MM-dd", "–", "yyyy-MM-dd"]
          brief_span_in_month: ["dd", "–", "dd"]
          brief_span: ["MM-dd", "–", "MM-dd"]
        """;
    Matcher sentence = SENTENCE.matcher(english.substring(texts));
    return head + sentence.replaceAll("$1\"[$2]\"");
  }

  /** What is left of the words without all that is in brackets, addresses of web and mail. */
  public static String outside(String words) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    for (char c : words.toCharArray()) {
      depth += c == '[' ? 1 : 0;
      if (depth == 0) {
        outside.append(c);
      }
      depth -= c == ']' ? 1 : 0;
    }
    if (depth != 0) {
      throw new AssertionError("brackets do not match: " + words);
    }
    return outside.toString().replaceAll("https?://\\S+|\\S+@\\S+", "");
  }
}
