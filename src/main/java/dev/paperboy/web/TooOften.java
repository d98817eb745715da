package dev.paperboy.web;

import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.Map;

/** There were more requests than there may be; nothing was done. */
final class TooOften extends HttpResponseException {

  private final long seconds;
  private final String matter;

  private TooOften(Duration wait, String matter) {
    super(429, "too often", Map.of());
    this.seconds = wait.plusMillis(999).toSeconds();
    this.matter = matter;
  }

  /** From one network. */
  static TooOften fromNetwork(Duration wait) {
    return new TooOften(wait, "often");
  }

  /** From everybody together. */
  static TooOften fromAll(Duration wait) {
    return new TooOften(wait, "busy");
  }

  /** For {@code Retry-After} (RFC 9110, section 10.2.3). */
  long seconds() {
    return seconds;
  }

  /** Which text tells it. */
  String matter() {
    return matter;
  }
}
