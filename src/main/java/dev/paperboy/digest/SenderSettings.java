package dev.paperboy.digest;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead.Mailbox;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who the digest comes from.
 *
 * @param replyTo where answers go; null: to the sender
 * @param postalAddress shown in the footer where not empty
 * @param baseUrl where readers reach the web pages, without slash at the end
 */
public record SenderSettings(
    Mailbox from, @Nullable EmailAddress replyTo, String postalAddress, URI baseUrl) {}
