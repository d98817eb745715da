package dev.paperboy.web;

import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.Map;

/** One network asked more often than it may; nothing was done. */
final class TooOften extends HttpResponseException {

  private final long seconds;

  TooOften(Duration wait) {
    super(429, "too often", Map.of());
    this.seconds = seconds(wait);
  }

  /** For {@code Retry-After} (RFC 9110, section 10.2.3). */
  long seconds() {
    return seconds;
  }

  /** The whole seconds after which a wait is over. */
  static long seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }
}
