package dev.paperboy.mail;

/**
 * What a refusal means.
 *
 * @param fault whose fault it is
 * @param passing whether the same mail may be taken later, or once the operator has mended
 *     something: it is to be sent again
 * @param badAddress whether the reply proves that this mailbox does not exist or has been closed:
 *     the only reason to send nothing more to it
 */
public record Diagnosis(Fault fault, boolean passing, boolean badAddress) {

  static Diagnosis of(ReplyKind kind) {
    return new Diagnosis(kind.fault(), kind.isPassing(), false);
  }

  /** Whether the reply is about us or our mail, so that it must not count against the reader. */
  public boolean isAboutUs() {
    return fault.isOurs() || fault == Fault.OUR_CONTENT;
  }
}
