package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads complaints: a reader called a mail spam, and their mailbox provider reports it. */
final class ComplaintReader {

  /** Types of RFC 5965 section 7.3, and of those who go on from it, that say "no more of this". */
  private static final Set<String> NO_MORE = Set.of("abuse", "fraud", "opt-out", "opt-out-list");

  /** Outlook.com attaches the mail itself, with this field in it. */
  private static final String OUTLOOK = "X-HmXmrOriginalRecipient";

  private ComplaintReader() {}

  /** A complaint, or a report about feedback that is none; empty if it is no such report. */
  static Optional<Report> read(InboundMail mail) {
    Optional<Part> feedback =
        mail.root().tree().filter(part -> part.is("message/feedback-report")).findFirst();
    if (feedback.isPresent()) {
      return Optional.of(Report.of(kind(feedback.get())));
    }
    boolean outlook =
        mail.root()
            .tree()
            .filter(part -> part.is("message/rfc822"))
            .flatMap(part -> part.parts().stream())
            .anyMatch(returned -> returned.field(OUTLOOK).isPresent());
    return outlook ? Optional.of(Report.of(Kind.COMPLAINT)) : Optional.empty();
  }

  private static Kind kind(Part feedback) {
    String type =
        feedback.fieldBlocks().stream()
            .flatMap(block -> block.values("Feedback-Type"))
            .findFirst()
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return NO_MORE.contains(type) ? Kind.COMPLAINT : Kind.NOTHING;
  }
}
