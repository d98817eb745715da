package dev.paperboy.outbox;

import java.time.Duration;

/**
 * How deliveries are worked off.
 *
 * @param checkEvery how often the outbox is looked at
 * @param connections how many mails are sent at once
 * @param maxAge a delivery older than this expires instead of being sent late
 * @param inDoubt what happens when nobody knows whether a mail arrived
 */
public record DeliverySettings(
    Duration checkEvery, int connections, Duration maxAge, InDoubt inDoubt) {

  /** The two answers to RFC 1047's question. */
  public enum InDoubt {
    /** Send again with the same Message-ID: never lost, perhaps doubled. */
    RESEND,
    /** Leave it to the operator: never doubled, perhaps lost. */
    HOLD
  }
}
