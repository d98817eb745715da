package dev.paperboy.digest;

import java.util.Map;
import java.util.TreeMap;

/**
 * One planning run; everybody it looked at is accounted for.
 *
 * @param queued mails put in the outbox
 * @param skipped how many got none, by reason in words
 */
public record RunSummary(int queued, Map<String, Integer> skipped) {

  public RunSummary {
    skipped = Map.copyOf(skipped);
  }

  /** How many were due: queued and skipped together. */
  public int due() {
    return queued + skipped.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The sentence an operator reads: {@code 5 due = 3 queued + 2 skipped (2 no new edition)}. */
  public String sentence() {
    StringBuilder reasons = new StringBuilder();
    new TreeMap<>(skipped)
        .forEach(
            (reason, number) ->
                reasons
                    .append(reasons.isEmpty() ? " (" : ", ")
                    .append(number)
                    .append(' ')
                    .append(reason));
    int left = due() - queued;
    return "%d due = %d queued + %d skipped%s"
        .formatted(due(), queued, left, reasons.isEmpty() ? "" : reasons + ")");
  }
}
