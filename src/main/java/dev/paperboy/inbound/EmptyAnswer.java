package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether somebody answered without writing anything: the mail is plain text, perhaps with
 * the same as HTML, that has nothing but a quotation of our mail. What is encrypted, undecodable,
 * HTML only, a calendar entry, an attachment or a signature is something.
 */
final class EmptyAnswer {

  private static final int LONGEST = 64 * 1024;
  private static final int MOST_LINES = 2000;

  /** An introduction may be broken into so many lines. */
  private static final int LINES_OF_INTRODUCTION = 3;

  private static final int LONGEST_INTRODUCTION = 400;

  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?iu)^(on|am|le|el|il|op|em|den|w dniu|dne|pe) .{0,250}\\d.{0,250}"
              + "(wrote|schrieb\\b.{0,120}|a écrit|escribió|ha scritto|schreef\\b.{0,120}|escreveu"
              + "|skrev\\b.{0,120}|napisał(\\(a\\))?|napsal(\\(a\\))?|kirjoitti) ?:$"
              + "|^.{0,80}@.{0,120} (schrieb|wrote) .{0,120}\\d.{0,60}:$");

  private EmptyAnswer() {}

  /**
   * @param own the addresses of ours that a quotation of our mail names
   */
  static boolean is(InboundMail mail, Set<EmailAddress> own) {
    List<Part> texts = new ArrayList<>();
    boolean onlyTexts = mail.root().tree().allMatch(part -> isTextOrAround(part, texts));
    long plain = texts.stream().filter(part -> part.is("text/plain")).count();
    return onlyTexts
        && plain == 1
        && texts.size() <= 2
        && texts.stream().allMatch(part -> addsNothing(part, own));
  }

  private static boolean isTextOrAround(Part part, List<Part> texts) {
    if (part.is("multipart/alternative", "multipart/mixed")) {
      return !part.parts().isEmpty();
    }
    texts.add(part);
    boolean attached =
        part.field("Content-Disposition")
            .filter(how -> how.toLowerCase(Locale.ROOT).startsWith("attachment"))
            .isPresent();
    return part.is("text/plain", "text/html") && !attached;
  }

  private static boolean addsNothing(Part part, Set<EmailAddress> own) {
    if (part.octets().length() > LONGEST) {
      return false;
    }
    String text = part.is("text/html") ? HtmlLines.of(part.page()) : part.text();
    List<String> lines =
        text.lines()
            .map(line -> line.replace('\u00A0', ' ').strip())
            .filter(line -> !line.isEmpty())
            .limit(MOST_LINES + 1)
            .toList();
    int quote = 0;
    while (quote < lines.size() && !lines.get(quote).startsWith(">")) {
      quote++;
    }
    List<String> before = lines.subList(0, quote);
    List<String> quoted = lines.subList(quote, lines.size());
    return lines.size() <= MOST_LINES
        && quoted.stream().allMatch(line -> line.startsWith(">"))
        && (before.isEmpty() || (!quoted.isEmpty() && isIntroduction(before)))
        && (quoted.isEmpty() || namesOne(quoted, own));
  }

  private static boolean isIntroduction(List<String> lines) {
    String whole = String.join(" ", lines);
    return lines.size() <= LINES_OF_INTRODUCTION
        && whole.length() <= LONGEST_INTRODUCTION
        && INTRODUCTION.matcher(whole).matches();
  }

  /** Whether it quotes a mail of ours, which names our address at its end. */
  private static boolean namesOne(List<String> quoted, Set<EmailAddress> own) {
    String whole = String.join("", quoted).replaceAll("[>\\s]+", "").toLowerCase(Locale.ROOT);
    return own.stream()
        .anyMatch(address -> whole.contains(address.toString().toLowerCase(Locale.ROOT)));
  }
}
