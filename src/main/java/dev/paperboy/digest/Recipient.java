package dev.paperboy.digest;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.EmailAddress;
import java.net.URI;

/**
 * Who a digest is rendered for.
 *
 * @param unsubscribe the page that ends the subscription; the link is this reader's own
 * @param interests the page where the interests are changed; this reader's own
 * @param view where the same mail can be looked at in a browser; this reader's own
 * @param matched where all papers are that this mail might have held; this reader's own
 * @param format whether an HTML part is made
 */
public record Recipient(
    EmailAddress address,
    URI unsubscribe,
    URI interests,
    URI view,
    URI matched,
    DigestWishes.Format format) {}
