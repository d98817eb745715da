package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.StatusCode;

/**
 * What a mail reports about one that was sent.
 *
 * @param status {@link StatusCode#NONE} where it names none
 * @param diagnostic what the receiving server said, as it came
 */
record Report(Kind kind, StatusCode status, String diagnostic) {

  static Report of(Kind kind) {
    return new Report(kind, StatusCode.NONE, "");
  }

  /** A failure, its kind judged by what was said about it. */
  static Report failure(StatusCode status, String diagnostic) {
    StatusCode known = status.equals(StatusCode.NONE) ? StatusCode.firstIn(diagnostic) : status;
    return new Report(FailureKind.of(status, diagnostic), known, diagnostic);
  }
}
