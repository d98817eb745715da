/**
 * Durable deliveries: what is to be sent, leased by conditional update, sent, and recorded with its
 * outcome; transient failures come back on a schedule.
 */
@NullMarked
package dev.paperboy.outbox;

import org.jspecify.annotations.NullMarked;
