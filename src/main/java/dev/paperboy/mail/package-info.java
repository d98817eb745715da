/**
 * What a message is and how it leaves: addresses, headers, MIME, DKIM, and the transports with
 * their results.
 *
 * <p>The way through: an {@link dev.paperboy.mail.OutgoingMail} is complete; {@link
 * dev.paperboy.mail.MimeWriter} turns it into the bytes that travel, signed by {@link
 * dev.paperboy.mail.DkimSigner}; a {@link dev.paperboy.mail.Transport} (the {@link
 * dev.paperboy.mail.LocalMailbox} or {@link dev.paperboy.mail.SmtpTransport}) sends them and
 * answers with a {@link dev.paperboy.mail.DeliveryResult}.
 *
 * <p>It promises: the same mail is the same bytes; no header holds a line break that somebody else
 * put there; what became of a mail is judged by the stage at which the dialogue ended; no password
 * in any result.
 */
@NullMarked
package dev.paperboy.mail;

import org.jspecify.annotations.NullMarked;
