package dev.paperboy.digest;

import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Subscriber;

/**
 * Message-IDs (RFC 5322 section 3.6.4) that a retry repeats and nobody can guess: derived from the
 * kind of mail, the editions, their newest day and the subscriber with the installation's secret.
 * The day is there because an edition number means another dump once an old backup was restored,
 * and mail programs hide a mail whose Message-ID they know.
 *
 * @param domain the right-hand side: that of the sender
 */
public record MessageIds(InstanceSecret secret, String domain) {

  String of(String kind, Digest digest, Subscriber subscriber) {
    String subject =
        String.join(
            " ",
            kind,
            digest.editions().first() + "-" + digest.editions().last(),
            digest.date().toString(),
            Long.toString(subscriber.id()),
            subscriber.tokenSeed());
    return "<" + secret.derive("message-id", subject) + "@" + domain + ">";
  }
}
