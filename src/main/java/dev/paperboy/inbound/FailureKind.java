package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.Diagnosis;
import dev.paperboy.mail.ReplyClassifier;
import dev.paperboy.mail.StatusCode;

/** What a reported failure counts as; judged as a reply of a live dialogue is. */
final class FailureKind {

  private FailureKind() {}

  /**
   * @param stated the status that the report states; {@link StatusCode#NONE} without one
   */
  static Kind of(StatusCode stated, String words) {
    Diagnosis diagnosis = ReplyClassifier.ofReport(stated, words);
    if (diagnosis.isAboutUs()) {
      return Kind.POLICY;
    }
    return diagnosis.badAddress() ? Kind.HARD : Kind.SOFT;
  }
}
