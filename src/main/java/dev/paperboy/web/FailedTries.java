package dev.paperboy.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords: after some from one network it has to wait, and so has everybody after
 * many from all. Threads may share it.
 */
final class FailedTries {

  static final int MOST_OF_ONE = 5;
  static final int MOST_OF_ALL = 50;
  static final Duration WAIT = Duration.ofMinutes(15);

  private static final int MOST_NETWORKS = 10_000;
  private static final String ALL = "";

  private final Clock clock;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  private record Count(Instant since, int tries) {}

  FailedTries(Clock clock) {
    this.clock = clock;
  }

  /** How long nobody of this network may try; zero if it may now. */
  synchronized Duration wait(String network) {
    Duration own = wait(network, MOST_OF_ONE);
    Duration all = wait(ALL, MOST_OF_ALL);
    return own.compareTo(all) > 0 ? own : all;
  }

  synchronized void failed(String network) {
    add(network);
    add(ALL);
    while (counts.size() > MOST_NETWORKS) {
      counts.remove(counts.keySet().iterator().next());
    }
  }

  synchronized void succeeded(String network) {
    counts.remove(network);
  }

  private Duration wait(String who, int most) {
    Count count = counts.get(who);
    if (count == null || count.tries < most) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), count.since.plus(WAIT));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void add(String who) {
    Count count = counts.remove(who);
    Instant now = clock.instant();
    if (count == null || now.isAfter(count.since.plus(WAIT))) {
      counts.put(who, new Count(now, 1));
    } else {
      counts.put(who, new Count(count.since, count.tries + 1));
    }
  }
}
