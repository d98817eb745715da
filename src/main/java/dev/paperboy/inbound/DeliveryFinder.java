package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the delivery that a report speaks of, by what is hard to know: the sealed tag in its bounce
 * address; else its Message-ID; else, as some servers write a new one, the reader's own token
 * together with their address. An address alone proves nothing. Threads may share it.
 */
public record DeliveryFinder(
    Inbox inbox, BounceTags tags, Outbox outbox, Tokens tokens, Readership readership) {

  Optional<Delivery> find(Evidence evidence) {
    return Stream.of(bySeal(evidence), byMessageId(evidence), byToken(evidence))
        .flatMap(found -> found)
        .findFirst();
  }

  private Stream<Delivery> bySeal(Evidence evidence) {
    return evidence.bounceAddresses().stream()
        .flatMap(address -> inbox.tagOf(address).stream())
        .filter(tag -> tag.use() == Use.BOUNCE)
        .flatMapToLong(tag -> tags.delivery(tag.value()).stream())
        .boxed()
        .flatMap(delivery -> outbox.find(delivery).stream());
  }

  private Stream<Delivery> byMessageId(Evidence evidence) {
    return evidence.messageIds().stream().flatMap(id -> outbox.find(id).stream());
  }

  /** Of a reader who is known, but not by which mail, the last one that was sent. */
  private Stream<Delivery> byToken(Evidence evidence) {
    return evidence.tokens().stream()
        .flatMap(token -> tokens.holder(token, Purpose.UNSUBSCRIBE).stream())
        .flatMap(id -> readership.subscribers().find(id).stream())
        .filter(subscriber -> isNamed(subscriber, evidence))
        .flatMap(subscriber -> outbox.of(subscriber.id()).stream())
        .filter(delivery -> delivery.state() == State.SENT);
  }

  private static boolean isNamed(Subscriber subscriber, Evidence evidence) {
    return evidence.recipients().stream()
        .map(EmailAddress::key)
        .anyMatch(subscriber.address().key()::equals);
  }
}
