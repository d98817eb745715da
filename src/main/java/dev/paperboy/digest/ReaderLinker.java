package dev.paperboy.digest;

import static java.util.Objects.requireNonNull;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the links and addresses by which readers and receiving servers come back to Paperboy.
 * Threads may share it.
 */
public record ReaderLinker(SenderSettings sender, Tokens tokens, BounceTags bounces) {

  /** The reader's own; the same for every mail. */
  ReaderLinks of(Subscriber subscriber) {
    return requireNonNull(of(List.of(subscriber)).get(subscriber.id()));
  }

  /** Each reader's own, by their ids. */
  Map<Long, ReaderLinks> of(Collection<Subscriber> subscribers) {
    Map<Long, ReaderLinks> links = new HashMap<>();
    tokens.all(subscribers).forEach((id, own) -> links.put(id, links(own)));
    return links;
  }

  private ReaderLinks links(Map<Purpose, String> own) {
    return ReaderLinks.of(sender, purpose -> requireNonNull(own.get(purpose)));
  }

  /** Where the bounce of this delivery goes: an address that leads back to it. */
  EmailAddress bouncesOf(long delivery) {
    return sender.inbox().bouncesTo(bounces.of(delivery));
  }
}
