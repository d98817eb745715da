package dev.paperboy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Shows the time of another clock; when it is looked at for a chosen time, something else happens
 * first. So a test comes between two steps of whoever has this clock. For one thread.
 */
public final class InterruptedClock extends Clock {

  private final Clock clock;
  private final int chosen;
  private final Runnable what;
  private int looks;

  /**
   * @param chosen the first look is 0
   */
  public InterruptedClock(Clock clock, int chosen, Runnable what) {
    this.clock = clock;
    this.chosen = chosen;
    this.what = what;
  }

  /** How often it has been looked at. */
  public int looks() {
    return looks;
  }

  @Override
  public Instant instant() {
    if (looks++ == chosen) {
      what.run();
    }
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }
}
