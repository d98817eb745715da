package dev.paperboy.mail;

/**
 * Text in the form {@code format=flowed} (RFC 3676): lines that a mail program joins again to the
 * width of its window. Each line of the input is a paragraph.
 */
final class FlowedText {

  /** With the space at the end of a soft line no line is longer than 78 (section 4.2). */
  private static final int WIDTH = 77;

  private static final String SIGNATURE = "-- ";

  private FlowedText() {}

  /** The text in lines ended by CRLF; only a single word longer than a line exceeds 78. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / 16);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String paragraph = text.substring(start, end);
      if (paragraph.equals(SIGNATURE)) {
        out.append(SIGNATURE).append("\r\n");
      } else {
        flow(paragraph.stripTrailing(), out);
      }
      start = end + 1;
    }
    return out.toString();
  }

  private static void flow(String paragraph, StringBuilder out) {
    int start = 0;
    while (start < paragraph.length()) {
      boolean stuffed = needsStuffing(paragraph, start);
      int end = lineEnd(paragraph, start, stuffed ? WIDTH - 1 : WIDTH);
      out.append(stuffed ? " " : "").append(paragraph, start, end).append("\r\n");
      start = end;
    }
    if (paragraph.isEmpty()) {
      out.append("\r\n");
    }
  }

  /** Section 4.4: what would be taken for quoting, stuffing or an mbox separator. */
  private static boolean needsStuffing(String text, int start) {
    char first = text.charAt(start);
    return first == ' ' || first == '>' || text.startsWith("From ", start);
  }

  /** After the last run of spaces that fits; after the first one where a word is too long. */
  private static int lineEnd(String text, int start, int width) {
    if (text.length() - start <= width) {
      return text.length();
    }
    int best = -1;
    int space = text.indexOf(' ', start);
    while (space >= 0) {
      int after = pastSpaces(text, space);
      boolean good = space > start && !isSignature(text, start, after);
      if (good && space - start > width && best >= 0) {
        break;
      }
      best = good ? after : best;
      if (after - start > width && best >= 0) {
        break;
      }
      space = text.indexOf(' ', after);
    }
    return best < 0 ? text.length() : best;
  }

  private static int pastSpaces(String text, int space) {
    int after = space;
    while (after < text.length() && text.charAt(after) == ' ') {
      after++;
    }
    return after;
  }

  private static boolean isSignature(String text, int start, int end) {
    return end - start == SIGNATURE.length() && text.startsWith(SIGNATURE, start);
  }
}
