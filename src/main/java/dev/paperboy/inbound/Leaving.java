package dev.paperboy.inbound;

import dev.paperboy.inbound.Command.Verb;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a mail asks to end the subscription, in whatever words: {@code phrases.tsv} has them. A
 * request to leave must never be lost, and nobody must be put off the list by a chance word, so
 * that there is a degree between yes and no.
 */
enum Leaving {
  /** It has no word for leaving. */
  NO,
  /** It has one that may mean something else: the answer has the link to unsubscribe. */
  MAYBE,
  /** It is short and asks for it. */
  YES;

  /** What is longer was written about something else as well. */
  private static final int SHORT = 500;

  private static final int LONGEST_LOOKED_AT = 4000;

  /**
   * @param subject as people read it
   * @param own what the author wrote below it
   */
  static Leaving in(String subject, List<String> own) {
    List<String> lines = new ArrayList<>(said(own));
    if (!CommandReader.isReply(subject)) {
      lines.add(0, CommandReader.withoutPrefixes(subject));
    }
    String all = PlainLine.start(String.join("\n", lines), LONGEST_LOOKED_AT);
    String plain = Phrases.plain(all);
    boolean brief = all.length() <= SHORT;
    if (brief && said(own).stream().anyMatch(Leaving::isCommand)) {
      return YES;
    }
    if (Phrases.LEAVE.in(plain)) {
      return brief && !Phrases.DOUBT.in(Phrases.LEAVE.removedFrom(plain)) ? YES : MAYBE;
    }
    return Phrases.LEAVE_MAYBE.in(plain) ? MAYBE : NO;
  }

  /** Down to the interests document, which may have any word in it. */
  private static List<String> said(List<String> own) {
    return own.stream()
        .takeWhile(line -> !MarkedBlock.isMarker(line) && !line.startsWith("interests:"))
        .toList();
  }

  private static boolean isCommand(String line) {
    return CommandReader.read(line).filter(c -> c.verb() == Verb.UNSUBSCRIBE).isPresent();
  }
}
