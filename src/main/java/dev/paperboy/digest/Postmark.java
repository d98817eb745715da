package dev.paperboy.digest;

import java.time.Instant;

/**
 * What tells one mail from all others, the same for every attempt to send it.
 *
 * @param delivery the number of the delivery that bounces lead back to
 * @param messageId with angle brackets
 * @param date when the mail was made
 */
public record Postmark(long delivery, String messageId, Instant date) {}
