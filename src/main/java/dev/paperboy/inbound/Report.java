package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.StatusCode;
import java.util.Set;

/**
 * What a mail reports about one that was sent.
 *
 * @param status {@link StatusCode#NONE} where it names none
 * @param diagnostic what the receiving server said, as it came
 * @param recipients the addresses that it could not be delivered to, as {@link EmailAddress#key};
 *     empty where none is named
 */
record Report(Kind kind, StatusCode status, String diagnostic, Set<String> recipients) {

  Report {
    recipients = Set.copyOf(recipients);
  }

  Report(Kind kind, StatusCode status, String diagnostic) {
    this(kind, status, diagnostic, Set.of());
  }

  /** Whether it names others than this address, and not this one. */
  boolean isAboutOthersThan(EmailAddress address) {
    return !recipients.isEmpty() && !recipients.contains(address.key());
  }

  /** The same with another kind. */
  Report as(Kind other) {
    return new Report(other, status, diagnostic, recipients);
  }

  Report about(Set<String> failed) {
    return new Report(kind, status, diagnostic, failed);
  }

  static Report of(Kind kind) {
    return new Report(kind, StatusCode.NONE, "");
  }

  /** A failure, its kind judged by what was said about it. */
  static Report failure(StatusCode status, String diagnostic) {
    StatusCode known = status.equals(StatusCode.NONE) ? StatusCode.firstIn(diagnostic) : status;
    return new Report(FailureKind.of(status, diagnostic), known, diagnostic);
  }
}
