package dev.paperboy.inbound;

import dev.paperboy.mail.StatusCode;
import java.time.Instant;
import java.util.Locale;

/**
 * A bounce or complaint as it is kept.
 *
 * @param delivery the number of the delivery that it is about
 * @param status {@link StatusCode#NONE} where none was named
 * @param diagnostic what the receiving server said, in one line, without addresses
 * @param receivedAt when the report came in
 */
public record Feedback(
    long delivery, Kind kind, StatusCode status, String diagnostic, Instant receivedAt) {

  /** What became of the mail. */
  public enum Kind {
    /** The address does not exist or takes no mail. */
    HARD,
    /** It could not be delivered, for a reason that may pass. */
    SOFT,
    /** Refused for what we are or do; the reader is not to blame. */
    POLICY,
    /** Not delivered yet. */
    DELAYED,
    /** It came to the reader, whose address passed it on to another that did not take it. */
    FORWARDED,
    /** The reader called it spam. */
    COMPLAINT,
    /** Nothing to act on, and not kept: it was delivered, or read. */
    NOTHING;

    /** The word used in the store and on screens. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Such as {@code hard bounce (5.1.1): no such user}. */
  public String sentence() {
    return kind.word()
        + (kind == Kind.COMPLAINT ? "" : " bounce")
        + (status.equals(StatusCode.NONE) ? "" : " (" + status + ")")
        + (diagnostic.isEmpty() ? "" : ": " + diagnostic);
  }
}
