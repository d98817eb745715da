package dev.paperboy.mail;

/**
 * What became of one attempt to send a mail, judged by the stage of the SMTP dialogue at which it
 * ended (RFC 5321 section 4.2, RFC 3463), never by the last reply code alone.
 */
public sealed interface DeliveryResult {

  /** The reply or the failure in words, with code where there is one; without secrets. */
  String reply();

  /** The receiver took responsibility. */
  record Accepted(String reply) implements DeliveryResult {}

  /**
   * This mail cannot be delivered now; later it may, or when the operator has mended what is wrong.
   *
   * @param fault of a refusal that the server calls final and that may pass nevertheless: whose it
   *     is
   */
  record TransientFailure(String reply, Cause cause, Fault fault) implements DeliveryResult {

    /** Of no clear cause. */
    public TransientFailure(String reply) {
      this(reply, Cause.UNCLEAR);
    }

    /** Nobody's fault. */
    public TransientFailure(String reply, Cause cause) {
      this(reply, cause, Fault.UNCLEAR);
    }

    /** Whom it says something about. */
    public enum Cause {
      /** This mailbox alone: it is full, or grey-lists each mail by itself. */
      RECIPIENT,
      /** The receiving domain wants less mail from us (421, 4.7.x, "too many"). */
      DOMAIN,
      /** One of the two; once it says little, several in a row speak of the domain. */
      UNCLEAR
    }
  }

  /**
   * This mail will never be delivered.
   *
   * @param fault whose it is, as far as the reply says
   * @param badAddress whether the reply proves that the mailbox does not exist or is closed:
   *     nothing more should be sent to it
   */
  record PermanentFailure(String reply, Fault fault, boolean badAddress) implements DeliveryResult {

    /** The fault of the recipient, or of nobody in particular. */
    public PermanentFailure(String reply, boolean badAddress) {
      this(reply, badAddress ? Fault.RECIPIENT : Fault.UNCLEAR, badAddress);
    }
  }

  /** The message was handed over whole, but no answer came (RFC 1047). */
  record InDoubt(String reply) implements DeliveryResult {}

  /**
   * The fault is on our side (no connection, no TLS, refused login, sender refused, disk full): no
   * mail can be sent now, and no recipient is to blame.
   */
  record SenderFault(String reply) implements DeliveryResult {}
}
