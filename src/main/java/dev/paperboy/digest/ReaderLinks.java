package dev.paperboy.digest;

import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.URI;
import java.util.function.Function;

/**
 * The ways from one reader's mail back to Paperboy; each is this reader's own.
 *
 * @param unsubscribe the page that ends the subscription
 * @param interests the page where the interests are changed
 * @param pages where the reader's own pages are; ends with a slash
 * @param replyTo where answers go
 * @param unsubscribeMail a {@code mailto:} that ends the subscription
 */
record ReaderLinks(
    URI unsubscribe, URI interests, URI pages, Mailbox replyTo, URI unsubscribeMail) {

  /** Those of the reader who has these tokens. */
  static ReaderLinks of(SenderSettings sender, Function<Purpose, String> tokens) {
    Inbox inbox = sender.inbox();
    return new ReaderLinks(
        URI.create(sender.baseUrl() + "/unsubscribe/" + tokens.apply(Purpose.UNSUBSCRIBE)),
        URI.create(sender.baseUrl() + "/interests/" + tokens.apply(Purpose.INTERESTS)),
        URI.create(sender.baseUrl() + "/reader/" + tokens.apply(Purpose.VIEW) + "/"),
        new Mailbox(sender.from().name(), inbox.tagged(Use.REPLY, tokens.apply(Purpose.REPLY))),
        inbox.unsubscribing(tokens.apply(Purpose.UNSUBSCRIBE_MAIL)));
  }

  /** Where the mail that covers editions up to this one can be looked at. */
  URI mail(int lastEdition) {
    return pages.resolve("mail/" + lastEdition);
  }

  /** Where all papers are that this mail might have held. */
  URI matched(int lastEdition) {
    return pages.resolve("matched/" + lastEdition);
  }
}
