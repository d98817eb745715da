package dev.paperboy.web;

import dev.paperboy.mail.EmailAddress;
import java.time.Clock;
import java.time.Duration;

/**
 * How often anybody may subscribe on the pages: many networks together could use the form to fill
 * mailboxes that are not theirs. One domain has half of it, so that whoever attacks one leaves room
 * for the others. Threads may share it.
 */
final class SubscriptionLimit {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String ALL = "";

  private final Throttle all;
  private final Throttle domain;

  /**
   * @param perHour 0: no limit
   */
  SubscriptionLimit(int perHour, Clock clock) {
    this.all = new Throttle(perHour, HOUR, clock);
    this.domain = new Throttle((perHour + 1) / 2, HOUR, clock);
  }

  /** How long this address has to wait; zero if it may go on, which then is counted. */
  Duration take(EmailAddress address) {
    Duration wait = domain.take(address.domain());
    return wait.isZero() ? all.take(ALL) : wait;
  }
}
