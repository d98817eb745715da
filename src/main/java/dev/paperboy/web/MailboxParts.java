package dev.paperboy.web;

import dev.paperboy.mail.StoredMails;
import java.util.List;
import java.util.function.Function;

/**
 * The local mailbox.
 *
 * @param findings what breaks the rules for mails in a mail's bytes, a sentence each
 */
public record MailboxParts(StoredMails mails, Function<byte[], List<String>> findings) {}
