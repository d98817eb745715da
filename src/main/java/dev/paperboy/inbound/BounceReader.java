package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.StatusCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    Optional<Report> standard = deliveryReport(mail);
    if (standard.isPresent()) {
      return standard;
    }
    if (isReceipt(mail.root())) {
      return Optional.of(Report.of(Kind.NOTHING));
    }
    if (mail.automaticAnswer()) {
      return Optional.empty();
    }
    if (mail.fromDaemon() || mail.looksReturned()) {
      return Optional.of(inWords(mail.root()));
    }
    return mail.fromMachine() && saysSo(mail)
        ? Optional.of(ofUnknownKind(inWords(mail.root())))
        : Optional.empty();
  }

  /** A null sender is that of automatic answers as well. */
  private static boolean saysSo(InboundMail mail) {
    return isReport(mail.root())
        || Phrases.FAILURE_WORDS.in(Phrases.plain(mail.subject()))
        || Phrases.FAILURE_WORDS.in(Phrases.plain(words(mail.root())));
  }

  private static boolean isReport(Part root) {
    String type = root.parameters().getOrDefault("report-type", "delivery-status");
    return root.is("multipart/report") && type.equalsIgnoreCase("delivery-status");
  }

  private static Optional<Report> deliveryReport(InboundMail mail) {
    Part root = mail.root();
    List<Head> recipients =
        recipients(
            root.tree()
                .filter(
                    part -> part.is("message/delivery-status", "message/global-delivery-status"))
                .findFirst()
                .map(Part::octets)
                .orElse(""));
    if (recipients.isEmpty() && (mail.fromMachine() || mail.looksReturned() || isReport(root))) {
      // Some programs write the fields of a report without giving it its type.
      recipients =
          root.tree()
              .filter(part -> part.is("text/plain", "text/rfc822-headers", ""))
              .map(part -> recipients(part.octets()))
              .filter(found -> !found.isEmpty())
              .findFirst()
              .orElse(List.of());
    }
    return recipients.isEmpty() ? Optional.empty() : Optional.of(deliveryReport(recipients));
  }

  /** The blocks of a report that are about a recipient. */
  private static List<Head> recipients(String report) {
    return Part.fieldBlocks(report).stream()
        .filter(block -> block.values("Action").findAny().isPresent())
        .filter(
            block ->
                Stream.of("Status", "Final-Recipient")
                    .anyMatch(name -> block.values(name).findAny().isPresent()))
        .toList();
  }

  /** A mail that went on to several addresses is lost only if it came to none of them. */
  private static Report deliveryReport(List<Head> recipients) {
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
    Report first = failures.get(0).about(failed(recipients));
    boolean lost =
        failures.size() == recipients.size()
            && failures.stream().allMatch(failure -> failure.kind() == Kind.HARD);
    return first.kind() == Kind.HARD && !lost ? first.as(Kind.SOFT) : first;
  }

  /** Whom it did not come to; empty unless each failure names somebody. */
  private static Set<String> failed(List<Head> recipients) {
    Set<String> failed = new HashSet<>();
    for (Head recipient : recipients) {
      if (isAction("failed", recipient)) {
        Optional<EmailAddress> named =
            Stream.of("Final-Recipient", "Original-Recipient")
                .flatMap(recipient::values)
                .flatMap(InboundMail::addressesIn)
                .findFirst();
        if (named.isEmpty()) {
          return Set.of();
        }
        failed.add(named.get().key());
      }
    }
    return failed;
  }

  private static boolean isAction(String action, Head recipient) {
    // Some add a comment, as in "failed (permanent)".
    return recipient
        .values("Action")
        .findFirst()
        .filter(value -> action.equals(Phrases.plain(value).split(" ")[0]))
        .isPresent();
  }

  private static Report failure(Head recipient) {
    return Report.failure(status(recipient), diagnostic(recipient));
  }

  private static StatusCode status(Head recipient) {
    return StatusCode.firstIn(recipient.values("Status").findFirst().orElse(""));
  }

  private static String diagnostic(Head recipient) {
    return Stream.of("Diagnostic-Code", "X-Supplementary-Info")
        .flatMap(recipient::values)
        .findFirst()
        .orElse("");
  }

  /** Somebody has read, or deleted, the mail (RFC 8098). */
  private static boolean isReceipt(Part root) {
    return root.tree().anyMatch(part -> part.is("message/disposition-notification"));
  }

  /** The words may be those of a person as well, whose program answered for them. */
  private static Report ofUnknownKind(Report read) {
    return read.kind() == Kind.HARD ? read.as(Kind.SOFT) : read;
  }

  private static Report inWords(Part root) {
    String words = words(root);
    Report judged = Report.failure(StatusCode.NONE, words);
    return new Report(judged.kind(), judged.status(), tellingLine(words));
  }

  /** What it says before it shows the returned mail. */
  private static String words(Part root) {
    String text =
        root.tree()
            .filter(part -> part.is("text/plain", "text/html", ""))
            .findFirst()
            .map(Part::text)
            .orElse("");
    Matcher copy = RETURNED_COPY.matcher(PlainLine.start(text, LONGEST_WORDS));
    return copy.find() ? text.substring(0, copy.start()) : PlainLine.start(text, LONGEST_WORDS);
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
