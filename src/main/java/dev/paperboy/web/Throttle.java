package dev.paperboy.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what each asks for, by a name such as that of its network: all that is allowed in the time
 * may come at once, then one at each even interval. For each name it keeps one moment, at which its
 * account will be full (the generic cell rate algorithm); of many names those that asked last.
 * Threads may share it.
 */
final class Throttle {

  /** So many names are remembered: some ten megabytes. */
  private static final int MOST_NAMES = 50_000;

  private final Duration time;
  private final Duration interval;
  private final Clock clock;
  private final Map<String, Instant> full = new Accounts();

  /** The names in the order in which they asked last. */
  private static final class Accounts extends LinkedHashMap<String, Instant> {

    Accounts() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > MOST_NAMES;
    }
  }

  /**
   * @param most so many in this time; 0: no limit
   */
  Throttle(int most, Duration time, Clock clock) {
    this.time = time;
    this.interval = most == 0 ? Duration.ZERO : time.dividedBy(most);
    this.clock = clock;
  }

  /** How long this one has to wait; zero if it may go on, which then is counted. */
  Duration take(String name) {
    if (interval.isZero()) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    synchronized (full) {
      Instant known = full.getOrDefault(name, now);
      Instant next = (known.isAfter(now) ? known : now).plus(interval);
      Instant allowed = now.plus(time);
      if (next.isAfter(allowed)) {
        return Duration.between(allowed, next);
      }
      full.put(name, next);
      return Duration.ZERO;
    }
  }
}
