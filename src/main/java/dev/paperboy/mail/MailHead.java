package dev.paperboy.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The headers that every mail has.
 *
 * @param messageId with angle brackets; stable for a delivery, so that a copy can be told
 * @param date when the mail was made, from the injected clock
 */
public record MailHead(
    String messageId, Instant date, Mailbox from, @Nullable Mailbox replyTo, String subject) {

  /** An address with the name that is shown for it; the name may be empty. */
  public record Mailbox(String name, EmailAddress address) {}
}
