package dev.paperboy.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a mail as its author sees them: its first text that is no attachment, else its page;
 * format=flowed undone (RFC 3676).
 */
record MailWords(List<String> lines) {

  /** More lines are not looked at. */
  private static final int MOST_LINES = 2000;

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?iu)^(-- ?|_{5,}|(sent|gesendet|envoyé|diese nachricht wurde|von meinem) "
              + "(from|von|mit|depuis|gesendet)?\\b.*|get outlook for .*|outlook für .*)$");

  /** Where the mail that is answered begins, with no sign at its lines. */
  private static final Pattern ORIGINAL =
      Pattern.compile(
          "(?iu)^\\s*(-{2,} ?(original message|ursprüngliche nachricht|original-nachricht"
              + "|message d'origine|forwarded message|weitergeleitete nachricht).*"
              + "|\\*?(from|von|de) ?:\\*? .{0,200}@.*|\\*?(from|von) ?:\\*? \\S.{0,100})$");

  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?iu)^(on|am|le|el|il|op) .{3,300}(wrote|schrieb|a écrit|escribió|ha scritto|schreef)"
              + ".{0,200}:$|^.{1,200} (wrote|schrieb|a écrit) ?(am .{3,80})?:$");

  private static final Pattern HALF_ATTRIBUTION =
      Pattern.compile("(?iu)^(on|am|le) .{10,200}(\\d{4}|\\d:\\d\\d).*");

  /** Names a time or an address, as what introduces a quotation does. */
  private static final Pattern DATED = Pattern.compile("[\\d@]");

  private static final Pattern BROKEN_COMMENT =
      Pattern.compile("(?m)^((?:> ?)*[ \\t]{0,20}#[^\\r\\n]{40,120} )\\r?\\n(?:> ?)*(?=[^\\s#>-])");

  MailWords {
    lines = List.copyOf(lines);
  }

  static MailWords of(InboundMail mail) {
    Part root = mail.root();
    Optional<Part> plain = text(root, "text/plain").filter(part -> !part.text().isBlank());
    String text =
        plain
            .map(MailWords::plain)
            .or(() -> text(root, "text/html").map(part -> HtmlLines.of(part.page())))
            .or(() -> root.type().isEmpty() ? Optional.of(root.text()) : Optional.empty())
            .orElse("");
    return new MailWords(
        text.replace("\0", "").lines().map(String::stripTrailing).limit(MOST_LINES).toList());
  }

  /** Not within a mail that is attached. */
  private static Optional<Part> text(Part part, String type) {
    if (part.is(type)) {
      boolean attached =
          part.field("Content-Disposition")
              .filter(how -> how.toLowerCase(Locale.ROOT).startsWith("attachment"))
              .isPresent();
      return attached ? Optional.empty() : Optional.of(part);
    }
    return part.type().startsWith("multipart/")
        ? part.parts().stream().flatMap(child -> text(child, type).stream()).findFirst()
        : Optional.empty();
  }

  private static String plain(Part part) {
    boolean flowed = "flowed".equalsIgnoreCase(part.parameters().getOrDefault("format", ""));
    boolean delete = "yes".equalsIgnoreCase(part.parameters().getOrDefault("delsp", ""));
    return flowed ? unflow(part.text(), delete) : withWholeComments(part.text());
  }

  /** A program that knows nothing of flowed text sends our longest lines back in two. */
  private static String withWholeComments(String text) {
    return BROKEN_COMMENT.matcher(text).replaceAll("$1");
  }

  private static String unflow(String text, boolean delete) {
    List<String> whole = new ArrayList<>();
    String open = null;
    int openDepth = 0;
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      int depth = quotes(line);
      String words = line.substring(depth).replaceFirst("^ ", "");
      boolean goesOn = words.endsWith(" ") && !words.equals("-- ");
      String piece = goesOn && delete ? words.substring(0, words.length() - 1) : words;
      if (open != null && openDepth == depth && !words.equals("-- ")) {
        open += piece;
      } else {
        if (open != null) {
          whole.add(quoted(openDepth, open));
        }
        open = piece;
        openDepth = depth;
      }
      if (!goesOn) {
        whole.add(quoted(openDepth, open));
        open = null;
      }
    }
    if (open != null) {
      whole.add(quoted(openDepth, open));
    }
    return String.join("\n", whole);
  }

  private static String quoted(int depth, String words) {
    return depth == 0 ? words : ">".repeat(depth) + " " + words;
  }

  private static int quotes(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  /** What the author wrote now: without quotes, what introduces them, and signature. */
  List<String> own() {
    return ownWithGaps().stream().filter(line -> !line.isEmpty()).toList();
  }

  /** The same with the empty lines between. */
  List<String> ownWithGaps() {
    List<String> own = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace('\u00A0', ' ').strip();
      if (SIGNATURE.matcher(line).matches() || ORIGINAL.matcher(line).matches()) {
        break;
      }
      String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
      boolean introduces =
          ATTRIBUTION.matcher(line).matches()
              || (HALF_ATTRIBUTION.matcher(line).matches() && next.endsWith(":"))
              || (line.endsWith(":")
                  && DATED.matcher(line).find()
                  && !own.isEmpty()
                  && next.startsWith(">"));
      if (HALF_ATTRIBUTION.matcher(line).matches() && next.endsWith(":")) {
        i++;
      }
      if (!introduces && !line.startsWith(">")) {
        own.add(line);
      }
    }
    return own;
  }
}
