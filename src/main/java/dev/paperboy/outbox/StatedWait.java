package dev.paperboy.outbox;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a receiver says to wait, as grey-listing often does: {@code try again in 300 seconds},
 * {@code come back in 00:30:00}. There is no standard for it; what cannot be read is no wait.
 */
final class StatedWait {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  /** A word that asks to come again, and behind it the first number of the sentence. */
  private static final Pattern STATED =
      Pattern.compile(
          "\\b(?:again|retry|back|wait|resend|gr[ea]y-?list(?:ed|ing)?)\\b[^0-9]{0,40}"
              + "(?:(?<hours>\\d{1,2}):(?<minutes>\\d{2}):(?<seconds>\\d{2})"
              + "|(?<amount>\\d{1,6}) ?(?<unit>s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?))\\b",
          Pattern.CASE_INSENSITIVE);

  private StatedWait() {}

  /** The wait that the reply states, but at least a minute and at most six hours. */
  static Optional<Duration> in(String reply) {
    Matcher stated = STATED.matcher(reply);
    return stated.find() ? Optional.of(bounded(duration(stated))) : Optional.empty();
  }

  private static Duration duration(Matcher stated) {
    if (stated.group("amount") == null) {
      return Duration.ofHours(Long.parseLong(stated.group("hours")))
          .plusMinutes(Long.parseLong(stated.group("minutes")))
          .plusSeconds(Long.parseLong(stated.group("seconds")));
    }
    long amount = Long.parseLong(stated.group("amount"));
    return switch (stated.group("unit").toLowerCase(Locale.ROOT).charAt(0)) {
      case 'h' -> Duration.ofHours(amount);
      case 'm' -> Duration.ofMinutes(amount);
      default -> Duration.ofSeconds(amount);
    };
  }

  private static Duration bounded(Duration wait) {
    Duration most = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    return most.compareTo(SHORTEST) < 0 ? SHORTEST : most;
  }
}
