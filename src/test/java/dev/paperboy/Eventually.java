package dev.paperboy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another thread or process does, no longer than needed. */
public final class Eventually {

  private Eventually() {}

  public static void eventually(String what, Duration most, BooleanSupplier condition) {
    eventually(() -> what, most, condition);
  }

  /**
   * @param what asked for only when it did not happen: the state of things then
   */
  public static void eventually(Supplier<String> what, Duration most, BooleanSupplier condition) {
    Instant end = Instant.now().plus(most);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("did not happen within " + most.toSeconds() + " s: " + what.get());
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
