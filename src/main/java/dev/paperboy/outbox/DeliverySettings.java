package dev.paperboy.outbox;

import java.time.Duration;

/**
 * How deliveries are worked off.
 *
 * @param checkEvery how often the outbox is looked at
 * @param connections how many mails are sent at once
 * @param maxAge a delivery older than this expires instead of being sent late
 * @param inDoubt what happens when nobody knows whether a mail arrived
 * @param softBounces after so many mails in a row that came back for a passing reason, the reader
 *     gets none any more
 * @param limits how fast mail may leave
 */
public record DeliverySettings(
    Duration checkEvery,
    int connections,
    Duration maxAge,
    InDoubt inDoubt,
    int softBounces,
    SendingLimits limits) {

  /** The same with nothing held back: for a try-out. */
  public DeliverySettings unlimited() {
    return new DeliverySettings(
        checkEvery, connections, maxAge, inDoubt, softBounces, SendingLimits.NONE);
  }

  /** The same without what holds digests back: the time of day and the warm-up. */
  DeliverySettings atOnce() {
    return new DeliverySettings(
        checkEvery, connections, maxAge, inDoubt, softBounces, limits.ratesAlone());
  }

  /** The two answers to RFC 1047's question. */
  public enum InDoubt {
    /** Send again with the same Message-ID: never lost, perhaps doubled. */
    RESEND,
    /** Leave it to the operator: never doubled, perhaps lost. */
    HOLD
  }
}
