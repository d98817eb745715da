package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Editions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What was decided for one subscriber about a range of editions.
 *
 * @param matched papers chosen by interest
 */
public record PlannedDigest(
    long id,
    long subscriber,
    Editions editions,
    LocalDate date,
    Outcome outcome,
    int matched,
    Instant plannedAt) {

  /** What came of it. */
  public enum Outcome {
    /** A mail was put in the outbox. */
    QUEUED,
    /** No paper met the interests, and the reader wants no mail then. */
    QUIET,
    /** The reader paused or left before it was sent: its papers come with a later digest. */
    RETURNED;

    /** The word used in tables and on screens. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
