package dev.paperboy.outbox;

import dev.paperboy.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient, and how far it has come.
 *
 * @param order what is to be sent
 * @param attempts how often sending was begun
 * @param due when it may be sent
 * @param reply what the last attempt ended with; null before the first
 * @param changedAt when the state last changed
 */
public record Delivery(
    long id,
    Order order,
    State state,
    int attempts,
    Due due,
    @Nullable String reply,
    Instant changedAt) {

  /**
   * When a delivery may be sent.
   *
   * @param at not before
   * @param waitsFor why not now; null: it only waits for its turn, or for nothing any more
   */
  public record Due(Instant at, @Nullable WaitReason waitsFor) {}

  /** The same as it is once a dispatcher has taken it. */
  Delivery leased(Instant now) {
    Order aged =
        new Order(
            order.kind(),
            order.reference(),
            order.subscriber(),
            order.recipient(),
            order.messageId(),
            expiresAt(now));
    return new Delivery(id, aged, State.LEASED, attempts + 1, due, reply, now);
  }

  /**
   * When it expires if it is looked at now. While it waits for a paused reader it does not grow
   * old: what it had left to live when it began to wait, it has left from now on.
   */
  Instant expiresAt(Instant now) {
    boolean aged = due.waitsFor() == WaitReason.PAUSED_READER && now.isAfter(due.at());
    return aged ? order.expiresAt().plus(Duration.between(due.at(), now)) : order.expiresAt();
  }

  /** Not to be sent before. */
  public Instant dueAt() {
    return due.at();
  }

  /** How far a delivery has come. */
  public enum State {
    PENDING,
    /** A dispatcher has taken it and is sending. */
    LEASED,
    SENT,
    /** Refused for now; comes again. */
    DEFERRED,
    /** Refused for ever. */
    FAILED,
    /** Perhaps delivered, perhaps not (RFC 1047). */
    IN_DOUBT,
    /** Too old to be sent. */
    EXPIRED,
    CANCELLED;

    /** The words used in tables and on screens. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  /**
   * What is to be sent.
   *
   * @param kind which {@link MailSource} content, such as {@code digest}
   * @param reference the number of that content; one delivery for each kind and reference
   * @param subscriber whom it is for; 0: nobody on the list, the operator for instance
   * @param messageId the Message-ID, the same for every attempt
   * @param expiresAt not to be sent after
   */
  public record Order(
      String kind,
      long reference,
      long subscriber,
      EmailAddress recipient,
      String messageId,
      Instant expiresAt) {}
}
