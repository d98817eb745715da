package dev.paperboy.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of day at which mail is sent; it may go past midnight.
 *
 * @param from the first minute
 * @param to the first minute after it; equal to {@code from}: always
 */
public record SendWindow(LocalTime from, LocalTime to, ZoneId zone) {

  /** At any time. */
  public static final SendWindow ALWAYS =
      new SendWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC);

  boolean isOpen(Instant now) {
    LocalTime time = now.atZone(zone).toLocalTime();
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** How long it is closed at a stretch. */
  public Duration closed() {
    if (from.equals(to)) {
      return Duration.ZERO;
    }
    Duration gap = Duration.between(to, from);
    return gap.isNegative() ? gap.plusDays(1) : gap;
  }

  String describe() {
    return "from %s to %s (%s)".formatted(from, to, zone);
  }
}
