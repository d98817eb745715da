package dev.paperboy.mail;

import dev.paperboy.mail.MailHead.Mailbox;
import java.net.URI;

/**
 * Who the mails come from.
 *
 * @param inbox where answers and bounces go
 * @param postalAddress shown in the footer where not empty
 * @param baseUrl where readers reach the web pages, without slash at the end
 */
public record SenderSettings(Mailbox from, Inbox inbox, String postalAddress, URI baseUrl) {}
