package dev.paperboy.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the requests of each network: a minute's worth may come at once, then one at each even
 * interval. For each network it keeps one moment, at which its account will be full (the generic
 * cell rate algorithm); of many networks those that asked last. Threads may share it.
 */
final class Throttle {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** So many networks are remembered: some ten megabytes. */
  private static final int MOST_NETWORKS = 50_000;

  private final Duration interval;
  private final Clock clock;
  private final Map<String, Instant> full = new Accounts();

  /** The networks in the order in which they asked last. */
  private static final class Accounts extends LinkedHashMap<String, Instant> {

    Accounts() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > MOST_NETWORKS;
    }
  }

  /**
   * @param perMinute 0: no limit
   */
  Throttle(int perMinute, Clock clock) {
    this.interval = perMinute == 0 ? Duration.ZERO : MINUTE.dividedBy(perMinute);
    this.clock = clock;
  }

  /** How long this network has to wait; zero if it may go on, which then is counted. */
  Duration take(String network) {
    if (interval.isZero()) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    synchronized (full) {
      Instant known = full.getOrDefault(network, now);
      Instant next = (known.isAfter(now) ? known : now).plus(interval);
      Instant allowed = now.plus(MINUTE);
      if (next.isAfter(allowed)) {
        return Duration.between(allowed, next);
      }
      full.put(network, next);
      return Duration.ZERO;
    }
  }
}
