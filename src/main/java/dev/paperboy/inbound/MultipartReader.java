package dev.paperboy.inbound;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the body of a multipart at its boundary lines (RFC 2046 section 5.1.1), in one pass. A
 * missing last line is no mistake: the last part goes to the end.
 */
final class MultipartReader {

  private MultipartReader() {}

  /**
   * The parts, each with its header; what stands before the first and after the last is left out.
   *
   * @param most one more than this is returned if there are more
   */
  static List<String> parts(String body, String boundary, int most) {
    List<String> parts = new ArrayList<>();
    String mark = "--" + boundary;
    int begin = -1;
    int before = 0;
    int at = 0;
    while (at < body.length() && parts.size() <= most) {
      int end = Head.lineEnd(body, at);
      int next = Head.afterBreak(body, end);
      String rest = body.startsWith(mark, at) ? tail(body, at + mark.length(), end) : null;
      boolean last = "--".equals(rest);
      if (last || "".equals(rest)) {
        if (begin >= 0) {
          parts.add(body.substring(begin, Math.max(begin, before)));
        }
        begin = last ? -1 : next;
        if (last) {
          return parts;
        }
      }
      before = end;
      at = next;
    }
    if (begin >= 0 && parts.size() <= most) {
      parts.add(body.substring(begin));
    }
    return parts;
  }

  private static String tail(String body, int from, int end) {
    return from > end ? "?" : body.substring(from, end).stripTrailing();
  }
}
