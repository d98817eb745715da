/**
 * What a message is and how it leaves: addresses, headers, MIME, and the transports with their
 * results.
 */
@NullMarked
package dev.paperboy.mail;

import org.jspecify.annotations.NullMarked;
