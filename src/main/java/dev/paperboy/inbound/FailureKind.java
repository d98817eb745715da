package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Judges a failure by its status code (RFC 3463) and by the words of the server. Where they leave a
 * doubt, it is soft: a reader is kept rather than lost.
 */
final class FailureKind {

  /** As servers say 5.1.x in words. Every gap is bounded, as the text is anybody's. */
  private static final Pattern BAD_ADDRESS =
      Pattern.compile(
          "(?iu)\\b(?:user|recipient|mailbox|address|account|alias)\\b[^\\n]{0,60}?"
              + "(?:does not exist|doesn't exist|no longer exists|not found|could ?n[o']t be found"
              + "|is disabled|is inactive|has been (?:disabled|deleted|closed))"
              + "|(?:user|recipient|mailbox|address) unknown"
              + "|(?:unknown|invalid|no such) (?:local )?(?:user|recipient|mailbox|address|person)"
              + "|no mailbox here|unrouteable address|doesn't have (?:a|an) \\S{1,30} account"
              + "|(?:wurde nicht gefunden|existiert nicht|unbekannter (?:benutzer|empfänger))"
              + "|n'existe pas|introuvable|n'a pas été trouvée?");

  private static final Pattern FULL_MAILBOX =
      Pattern.compile(
          "(?iu)(?:mailbox|inbox) (?:is )?full|over ?quota|quota (?:is )?exceeded|out of storage"
              + "|exceed(?:s|ed) (?:the |its |their )?(?:storage|quota|mailbox)"
              + "|postfach[^\\n]{0,40}? voll\\b|boîte[^\\n]{0,60}? pleine");

  private static final Pattern POLICY =
      Pattern.compile(
          "(?iu)\\b(?:spam|blocked|block ?list|blacklist(?:ed)?|reputation|polic(?:y|ies)|dmarc"
              + "|not authorized|unsolicited)\\b");

  /** A reply such as {@code 450}, where a reply stands. */
  private static final Pattern TRANSIENT_REPLY = Pattern.compile("(?:^|[:;] ?|\\n)4[25]\\d[ -]");

  private FailureKind() {}

  /**
   * @param stated the status that the report states; {@link StatusCode#NONE} without one
   */
  static Kind of(StatusCode stated, String words) {
    List<StatusCode> codes = new ArrayList<>(StatusCode.allIn(words));
    codes.add(0, stated);
    if (codes.stream().anyMatch(StatusCode::isAboutSender)) {
      return Kind.POLICY;
    }
    boolean passing =
        codes.stream().anyMatch(StatusCode::isFullMailbox)
            || stated.type() == 4
            || TRANSIENT_REPLY.matcher(words).find();
    if (passing) {
      return Kind.SOFT;
    }
    if (codes.stream().anyMatch(StatusCode::isBadAddress)) {
      return Kind.HARD;
    }
    return ofWords(codes.stream().anyMatch(FailureKind::isTelling), words);
  }

  /** 5.0.0 says no more than that it failed. */
  private static boolean isTelling(StatusCode code) {
    return code.subject() != 0;
  }

  private static Kind ofWords(boolean otherReason, String words) {
    if (!otherReason && POLICY.matcher(words).find()) {
      return Kind.POLICY;
    }
    boolean bad = BAD_ADDRESS.matcher(words).find() && !FULL_MAILBOX.matcher(words).find();
    return bad ? Kind.HARD : Kind.SOFT;
  }
}
