package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.StatusCode;
import jakarta.mail.internet.InternetHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads bounces: delivery reports (RFC 3464), and what older programs write in words. It does not
 * ask whose mail came back.
 */
final class BounceReader {

  /**
   * Where the words of the report end and the returned mail begins, in the forms of old programs.
   */
  private static final Pattern RETURNED_COPY =
      Pattern.compile(
          "(?im)^(?:-{2,10} ?(?:below this line is a copy|this is a copy|original message"
              + "|forwarded message|the header of the original)|return-path: <|received: from ).*");

  /** A reply code, perhaps with a status code behind it. */
  private static final Pattern REPLY = Pattern.compile("(?<![\\w.])[45][0-5]\\d[ -]");

  private static final int LONGEST_WORDS = 4000;

  private BounceReader() {}

  /** What it reports; empty if it is no bounce. */
  static Optional<Report> read(InboundMail mail) {
    Optional<Report> standard = deliveryReport(mail.root());
    if (standard.isPresent()) {
      return standard;
    }
    if (isReceipt(mail.root())) {
      return Optional.of(Report.of(Kind.NOTHING));
    }
    boolean bounce = mail.fromDaemon() || mail.looksReturned();
    boolean returned = (bounce || mail.fromMachine()) && !mail.automaticAnswer();
    return returned
        ? Optional.of(bounce ? inWords(mail.root()) : ofUnknownKind(inWords(mail.root())))
        : Optional.empty();
  }

  private static Optional<Report> deliveryReport(Part root) {
    List<InternetHeaders> recipients =
        root
            .tree()
            .filter(part -> part.is("message/delivery-status", "message/global-delivery-status"))
            .findFirst()
            .map(Part::fieldBlocks)
            .orElse(List.of())
            .stream()
            .filter(block -> Part.fields(block, "Action").findAny().isPresent())
            .toList();
    return recipients.isEmpty() ? Optional.empty() : Optional.of(deliveryReport(recipients));
  }

  /** A mail that went on to several addresses is lost only if it came to none of them. */
  private static Report deliveryReport(List<InternetHeaders> recipients) {
    List<Report> failures =
        recipients.stream()
            .filter(recipient -> isAction("failed", recipient))
            .map(BounceReader::failure)
            .toList();
    if (failures.isEmpty()) {
      boolean delayed = recipients.stream().anyMatch(recipient -> isAction("delayed", recipient));
      return delayed
          ? new Report(Kind.DELAYED, status(recipients.get(0)), diagnostic(recipients.get(0)))
          : Report.of(Kind.NOTHING);
    }
    Report first = failures.get(0);
    boolean lost =
        failures.size() == recipients.size()
            && failures.stream().allMatch(failure -> failure.kind() == Kind.HARD);
    return first.kind() == Kind.HARD && !lost
        ? new Report(Kind.SOFT, first.status(), first.diagnostic())
        : first;
  }

  private static boolean isAction(String action, InternetHeaders recipient) {
    return Part.fields(recipient, "Action")
        .findFirst()
        .filter(action::equalsIgnoreCase)
        .isPresent();
  }

  private static Report failure(InternetHeaders recipient) {
    return Report.failure(status(recipient), diagnostic(recipient));
  }

  private static StatusCode status(InternetHeaders recipient) {
    return StatusCode.firstIn(Part.fields(recipient, "Status").findFirst().orElse(""));
  }

  private static String diagnostic(InternetHeaders recipient) {
    return Part.fields(recipient, "Diagnostic-Code").findFirst().orElse("");
  }

  /** Somebody has read, or deleted, the mail (RFC 8098). */
  private static boolean isReceipt(Part root) {
    return root.tree().anyMatch(part -> part.is("message/disposition-notification"));
  }

  /** The words may be those of a person as well, whose program answered for them. */
  private static Report ofUnknownKind(Report read) {
    return read.kind() == Kind.HARD
        ? new Report(Kind.SOFT, read.status(), read.diagnostic())
        : read;
  }

  private static Report inWords(Part root) {
    String text =
        root.tree()
            .filter(part -> part.is("text/plain", "text/html"))
            .findFirst()
            .map(Part::text)
            .orElse("");
    String words = RETURNED_COPY.split(text, 2)[0];
    String bounded = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    Report judged = Report.failure(StatusCode.NONE, bounded);
    return new Report(judged.kind(), judged.status(), tellingLine(bounded));
  }

  /** The line with the server's reply, where there is one. */
  private static String tellingLine(String words) {
    return words
        .lines()
        .filter(line -> REPLY.matcher(line).find())
        .findFirst()
        .orElse(words)
        .strip();
  }
}
