package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail with all that can be known of it without the store. It is made before a transaction
 * begins, as the text is anybody's.
 *
 * @param fingerprint what tells it from all others
 * @param report what it reports, if it is a bounce or a complaint
 * @param evidence of which mail it speaks
 * @param letter what it says, if a person wrote it
 */
record UnderstoodMail(
    String fingerprint, Optional<Report> report, Evidence evidence, Letter letter) {

  static UnderstoodMail of(byte[] message, @Nullable EmailAddress recipient) {
    InboundMail mail = MessageReader.read(message);
    return new UnderstoodMail(
        SeenMails.fingerprint(mail, recipient == null ? null : recipient.key()),
        ComplaintReader.read(mail).or(() -> BounceReader.read(mail)),
        Evidence.in(mail, recipient),
        Letter.of(mail, recipient));
  }
}
