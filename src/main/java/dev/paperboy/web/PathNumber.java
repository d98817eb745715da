package dev.paperboy.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** Numbers in addresses. */
final class PathNumber {

  private static final int MOST_DIGITS = 9;

  private PathNumber() {}

  /**
   * The number in this part of the path.
   *
   * @throws NotFoundResponse if it is none: then there is no such page
   */
  static int in(Context context, String part) {
    String text = context.pathParam(part);
    if (!isNumber(text)) {
      throw new NotFoundResponse();
    }
    return Integer.parseInt(text);
  }

  /** The number of the query's field; the other one if it is none. */
  static int asked(Context context, String field, int otherwise) {
    String text = context.queryParam(field);
    return text != null && isNumber(text) ? Integer.parseInt(text) : otherwise;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
