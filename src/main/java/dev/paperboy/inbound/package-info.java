/**
 * Incoming mail: bounces and complaints about mails that were sent, and what readers write.
 *
 * <p>The way through is {@link dev.paperboy.inbound.InboundHandler#handle}: the size, then the
 * parts ({@link dev.paperboy.inbound.MessageReader}), then whether it has come before ({@link
 * dev.paperboy.inbound.SeenMails}). For a report, {@link dev.paperboy.inbound.ComplaintReader} and
 * {@link dev.paperboy.inbound.BounceReader} say what it reports; {@link
 * dev.paperboy.inbound.DeliveryFinder} says of which delivery, by what only a receiver of that mail
 * can know; {@link dev.paperboy.inbound.FeedbackRecorder} writes it down and suppresses. Other mail
 * goes to {@link dev.paperboy.inbound.Correspondent}, which carries out commands and edited
 * interests and answers them. What neither understands goes to {@link
 * dev.paperboy.inbound.SetAside}.
 *
 * <p>Mail is piped in, or {@link dev.paperboy.inbound.MailboxReader} fetches it from a {@link
 * dev.paperboy.inbound.Mailbox}: an IMAP folder, of which {@link dev.paperboy.inbound.ImapListener}
 * hears when mail comes, or a maildir. A mail that fails is remembered in {@link
 * dev.paperboy.inbound.MailboxFailures}.
 *
 * <p>It promises: no bytes make it throw or hang; nobody who never had the mail can bounce its
 * reader out of the list; the same report counts once; no address is logged.
 */
@NullMarked
package dev.paperboy.inbound;

import org.jspecify.annotations.NullMarked;
