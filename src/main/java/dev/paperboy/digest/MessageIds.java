package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Subscriber;

/**
 * Message-IDs (RFC 5322 section 3.6.4) that a retry repeats and nobody can guess: derived from the
 * kind of mail, the editions and the subscriber with the installation's secret.
 *
 * @param domain the right-hand side: that of the sender
 */
public record MessageIds(InstanceSecret secret, String domain) {

  String of(String kind, Editions editions, Subscriber subscriber) {
    String subject =
        String.join(
            " ",
            kind,
            editions.first() + "-" + editions.last(),
            Long.toString(subscriber.id()),
            subscriber.tokenSeed());
    return "<" + secret.derive("message-id", subject) + "@" + domain + ">";
  }
}
