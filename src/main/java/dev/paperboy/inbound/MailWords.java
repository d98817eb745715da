package dev.paperboy.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a mail as its author sees them: its first text that is no attachment, else its page;
 * format=flowed undone (RFC 3676).
 *
 * @param lines all of them, quotes too
 * @param ownWithGaps what the author wrote now, with the empty lines between: without quotes, what
 *     introduces them, the banners of mail systems, and a marked signature
 * @param saidWithGaps the same down to where the author says good-bye
 */
record MailWords(List<String> lines, List<String> ownWithGaps, List<String> saidWithGaps) {

  /** More lines are not looked at. */
  private static final int MOST_LINES = 2000;

  /** Longer lines are cut. */
  private static final int LONGEST_LINE = 4000;

  private static final int LONGEST_CLOSING = 60;

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?iu)^(-- ?|_{5,}|(sent|gesendet|envoyé|diese nachricht wurde|von meinem) "
              + "(from|von|mit|depuis|gesendet)?\\b.*|get outlook for .*|outlook für .*)$");

  /** Where the mail that is answered begins, with no sign at its lines. */
  private static final Pattern ORIGINAL =
      Pattern.compile(
          "(?iu)^(-{2,}+ ?(original message|ursprüngliche nachricht|original-nachricht"
              + "|message d'origine|forwarded message|weitergeleitete nachricht).*"
              + "|\\*?(from|von|de) ?:\\*? .{0,200}@.*|\\*?(from|von) ?:\\*? \\S.{0,100})$");

  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?iu)^(on|am|le|el|il|op) .{3,300}(wrote|schrieb|a écrit|escribió|ha scritto|schreef)"
              + ".{0,200}:$|^.{1,200} (wrote|schrieb|a écrit) ?(am .{3,80})?:$");

  /** Longer lines introduce nothing. */
  private static final int LONGEST_ATTRIBUTION = 600;

  private static final Pattern HALF_ATTRIBUTION =
      Pattern.compile("(?iu)^(on|am|le) .{10,200}(\\d{4}|\\d:\\d\\d).*");

  private static final int SHORTEST_COMMENT = 42;
  private static final int LONGEST_COMMENT = 150;

  /** Names a time or an address, as what introduces a quotation does. */
  private static final Pattern DATED = Pattern.compile("[\\d@]");

  MailWords {
    lines = List.copyOf(lines);
    ownWithGaps = List.copyOf(ownWithGaps);
    saidWithGaps = List.copyOf(saidWithGaps);
  }

  static MailWords of(InboundMail mail) {
    Part root = mail.root();
    Optional<Part> plain = text(root, "text/plain").filter(part -> !part.text().isBlank());
    String text =
        plain
            .map(Part::text)
            .or(() -> text(root, "text/html").map(Part::text))
            .or(() -> root.type().isEmpty() ? Optional.of(root.text()) : Optional.empty())
            .orElse("");
    List<String> all =
        text.replace("\0", "")
            .lines()
            .limit(MOST_LINES)
            .map(line -> PlainLine.start(line, LONGEST_LINE))
            .toList();
    List<String> whole = plain.isPresent() ? unbroken(plain.get(), all) : all;
    List<String> lines = whole.stream().map(String::stripTrailing).toList();
    List<String> own = own(lines);
    return new MailWords(lines, own, said(own));
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

  private static List<String> unbroken(Part part, List<String> lines) {
    boolean flowed = "flowed".equalsIgnoreCase(part.parameters().getOrDefault("format", ""));
    boolean delete = "yes".equalsIgnoreCase(part.parameters().getOrDefault("delsp", ""));
    return flowed ? unflow(lines, delete) : withWholeComments(lines);
  }

  /** A program that knows nothing of flowed text sends our longest lines back in two. */
  private static List<String> withWholeComments(List<String> lines) {
    List<String> whole = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String next = i + 1 < lines.size() ? PlainLine.unquoted(lines.get(i + 1)) : "";
      boolean broken = isBrokenComment(PlainLine.unquoted(line)) && goesOn(next);
      whole.add(broken ? line + next : line);
      i += broken ? 1 : 0;
    }
    return whole;
  }

  private static boolean isBrokenComment(String line) {
    return line.endsWith(" ")
        && line.stripLeading().startsWith("#")
        && line.length() >= SHORTEST_COMMENT
        && line.length() <= LONGEST_COMMENT;
  }

  private static boolean goesOn(String line) {
    return !line.isEmpty()
        && !Character.isWhitespace(line.charAt(0))
        && "#>-".indexOf(line.charAt(0)) < 0;
  }

  private static List<String> unflow(List<String> lines, boolean delete) {
    List<String> whole = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int openDepth = -1;
    for (String line : lines) {
      int depth = quotes(line);
      String words = line.substring(depth);
      words = words.startsWith(" ") ? words.substring(1) : words;
      boolean signature = words.equals("-- ");
      if (openDepth >= 0 && (openDepth != depth || signature || MarkedBlock.startsAnew(words))) {
        whole.add(quoted(openDepth, open));
        open.setLength(0);
      }
      boolean goesOn = words.endsWith(" ") && !signature;
      open.append(words, 0, words.length() - (goesOn && delete ? 1 : 0));
      openDepth = depth;
      if (!goesOn) {
        whole.add(quoted(depth, open));
        open.setLength(0);
        openDepth = -1;
      }
    }
    if (openDepth >= 0) {
      whole.add(quoted(openDepth, open));
    }
    return whole;
  }

  private static String quoted(int depth, StringBuilder words) {
    return depth == 0 ? words.toString() : ">".repeat(depth) + " " + words;
  }

  private static int quotes(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  /** What the author wrote now. */
  List<String> own() {
    return ownWithGaps.stream().filter(line -> !line.isEmpty()).toList();
  }

  /** What the author wrote down to where they say good-bye. */
  List<String> said() {
    return saidWithGaps.stream().filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> said(List<String> own) {
    boolean begun = false;
    for (int i = 0; i < own.size(); i++) {
      String line = own.get(i);
      if (begun && isClosing(line)) {
        return own.subList(0, i);
      }
      begun |= !line.isEmpty() && !CommandReader.isGreeting(line);
    }
    return own;
  }

  private static List<String> own(List<String> lines) {
    List<String> own = new ArrayList<>();
    boolean said = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace('\u00A0', ' ').strip();
      if (line.isEmpty()) {
        own.add(line);
        continue;
      }
      if (SIGNATURE.matcher(line).matches() || ORIGINAL.matcher(line).matches()) {
        break;
      }
      String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
      boolean half = isHalfAttribution(line) && next.endsWith(":");
      boolean introduces =
          half
              || isAttribution(line)
              || (line.endsWith(":") && DATED.matcher(line).find() && said && next.startsWith(">"));
      i += half ? 1 : 0;
      if (!introduces && !line.startsWith(">") && (said || !isBanner(line))) {
        own.add(line);
        said |= !CommandReader.isGreeting(line);
      }
    }
    return own;
  }

  private static boolean isAttribution(String line) {
    return line.endsWith(":")
        && line.length() <= LONGEST_ATTRIBUTION
        && ATTRIBUTION.matcher(line).matches();
  }

  private static boolean isHalfAttribution(String line) {
    return line.length() <= LONGEST_ATTRIBUTION && HALF_ATTRIBUTION.matcher(line).matches();
  }

  /** Whether the mail system of the author put it before what they wrote. */
  static boolean isBanner(String line) {
    String plain = Phrases.plain(PlainLine.start(line, 200));
    int colon = plain.indexOf(" :");
    String head = colon < 0 ? plain : plain.substring(0, colon);
    boolean labelled = Phrases.BANNER.has(head) || Phrases.BANNER_TAG.has(head);
    return labelled || Phrases.BANNER.beginWithSeveralWords(plain);
  }

  /** Whether a line says good-bye, and what follows is a signature. */
  static boolean isClosing(String line) {
    if (line.isEmpty() || line.length() > LONGEST_CLOSING) {
      return false;
    }
    int comma = line.indexOf(',');
    String plain = Phrases.plain(comma < 0 ? line : line.substring(0, comma));
    boolean name = comma < 0 || Phrases.plain(line.substring(comma)).split(" ").length <= 3;
    return name
        && (Phrases.CLOSING.has(plain) || Phrases.CLOSING.beginWithSeveralWords(plain))
        && plain.split(" ").length <= 6;
  }
}
