package dev.paperboy.dump;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that no reader takes: what they seem to be, and what to do. */
final class ForeignText {

  private static final String READ =
      " Paperboy reads the text of https://huggingface.co/papers (select all, copy, paste into a"
          + " file) and the JSON of https://huggingface.co/api/daily_papers?date=YYYY-MM-DD.";

  /** Enough of a file to see what it is. */
  private static final int HEAD = 50_000;

  private static final Pattern MARKDOWN_TITLE =
      Pattern.compile(
          "^#{1,4} *+\\[[^\\]\\n]{1,500}\\]\\([^)\\n]{0,200}/papers/", Pattern.MULTILINE);

  private static final Pattern LINK_ON_ITS_OWN =
      Pattern.compile(
          "^\\s*+https://huggingface\\.co/papers/\\d[\\w.]{3,20}\\s*+$", Pattern.MULTILINE);

  private static final Pattern ARXIV_MAIL =
      Pattern.compile("^\\\\\\\\\\s*+^arXiv:", Pattern.MULTILINE);

  private ForeignText() {}

  /** Whether the text is certainly of a kind that is not read. */
  static boolean isKnown(String text) {
    return kind(text).isPresent();
  }

  static RefusedDump refused(String text) {
    return new RefusedDump(kind(text).orElseGet(() -> unknown(text)) + READ);
  }

  private static Optional<String> kind(String text) {
    String head = text.stripLeading();
    head = head.substring(0, Math.min(HEAD, head.length()));
    String start = head.substring(0, Math.min(200, head.length())).toLowerCase(Locale.ROOT);
    if (start.startsWith("<?xml") || start.startsWith("<rss") || start.startsWith("<feed")) {
      boolean atom = head.contains("<feed");
      return Optional.of("This is an " + (atom ? "Atom" : "RSS") + " feed, which is not read yet.");
    }
    if (start.startsWith("<!doctype") || start.startsWith("<html")) {
      return Optional.of(page(head.toLowerCase(Locale.ROOT)));
    }
    if (start.matches("(?s)\\[\\s*+\\{'.*|\\{'.*")) {
      return Optional.of("This is a Python list; write it with json.dumps() to make it JSON.");
    }
    if (MARKDOWN_TITLE.matcher(head).find()) {
      return Optional.of("This is the page captured as Markdown, which is not read yet.");
    }
    if (LINK_ON_ITS_OWN.matcher(head).find()) {
      return Optional.of("This is the page captured with its links, which is not read yet.");
    }
    if (ARXIV_MAIL.matcher(head).find()) {
      return Optional.of("This is an arXiv listing mail, which is not read yet.");
    }
    return Optional.empty();
  }

  private static String page(String head) {
    boolean login = head.contains("type=\"password\"") || head.contains("/login\"");
    return login && !head.contains("/papers/")
        ? "This is an HTML login page: whoever fetched the list was not logged in."
        : "This is a page as HTML; its text or the JSON is needed.";
  }

  private static String unknown(String text) {
    String start = ListingText.name(text.substring(0, Math.min(80, text.length())));
    return "This is no list of papers in a known format; it begins with \"" + start + "\".";
  }
}
