/**
 * Incoming mail: bounces and complaints about mails that were sent, and what readers write.
 *
 * <p>The way through is {@link dev.paperboy.inbound.InboundHandler#handle}. A mail is understood
 * first, without the store and within a limit of time ({@link
 * dev.paperboy.inbound.UnderstoodMail}): {@link dev.paperboy.inbound.MessageReader} takes it apart,
 * {@link dev.paperboy.inbound.ComplaintReader} and {@link dev.paperboy.inbound.BounceReader} say
 * what it reports, {@link dev.paperboy.inbound.Letter} what a person asks for. Then, in one
 * transaction, comes whether it has come before ({@link dev.paperboy.inbound.SeenMails}), of which
 * delivery it speaks ({@link dev.paperboy.inbound.DeliveryFinder}), and what follows: {@link
 * dev.paperboy.inbound.FeedbackRecorder} for reports, {@link dev.paperboy.inbound.Correspondent}
 * for people. What nobody understands goes to {@link dev.paperboy.inbound.SetAside}.
 *
 * <p>The words that mail is recognized by are data: {@code phrases.tsv}, read by {@link
 * dev.paperboy.inbound.Phrases}.
 *
 * <p>Mail is piped in, or {@link dev.paperboy.inbound.MailboxReader} fetches it from a {@link
 * dev.paperboy.inbound.Mailbox}: an IMAP folder, of which {@link dev.paperboy.inbound.ImapListener}
 * hears when mail comes, or a maildir. A mail that fails is remembered in {@link
 * dev.paperboy.inbound.MailboxFailures}.
 *
 * <p>It promises: no bytes make it throw or hang, as every step over them takes time in proportion
 * to their number ({@code LinearTimeTest}); nobody who never had the mail can bounce its reader out
 * of the list; whoever has the secret address to unsubscribe can; the same report counts once; no
 * address is logged.
 */
@NullMarked
package dev.paperboy.inbound;

import org.jspecify.annotations.NullMarked;
