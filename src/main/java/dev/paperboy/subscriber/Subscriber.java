package dev.paperboy.subscriber;

import dev.paperboy.mail.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone who receives digests.
 *
 * @param interests the interests document, as the reader wrote it
 * @param tokenSeed random, secret; tokens are derived from it
 * @param since when the subscriber was added
 */
public record Subscriber(
    long id,
    EmailAddress address,
    Standing standing,
    String interests,
    Progress progress,
    String tokenSeed,
    Instant since) {

  /** The life of a subscription. */
  public enum State {
    /** Asked for, not yet confirmed. */
    PENDING,
    ACTIVE,
    /** Wants no mail for now. */
    PAUSED,
    UNSUBSCRIBED,
    /** The address bounced, or its owner complained: never send there. */
    SUPPRESSED;

    /** The word used in tables and on screens. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether the subscriber gets mail, and why not.
   *
   * @param reason why the state is what it is, in words; null where it goes without saying
   * @param pausedUntil the first day of mail again; null: until resumed by hand
   * @param since when the state last changed
   */
  public record Standing(
      State state, @Nullable String reason, @Nullable LocalDate pausedUntil, Instant since) {}

  /**
   * How far the subscriber has read.
   *
   * @param lastEdition the newest edition a digest has covered
   * @param nextDigestAt when the next digest is due
   */
  public record Progress(int lastEdition, Instant nextDigestAt) {}

  /** Whether mail may be sent now. */
  public boolean active() {
    return standing.state() == State.ACTIVE;
  }

  /** Without interests and seed: they are nobody's business in a log. */
  @Override
  public String toString() {
    return "Subscriber[" + id + ", " + address.masked() + ", " + standing.state().word() + "]";
  }
}
