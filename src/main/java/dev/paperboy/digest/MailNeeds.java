package dev.paperboy.digest;

import dev.paperboy.digest.Digests.Written;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up in the store what the mails of planned digests need, for many at once. */
record MailNeeds(Readership readership, Digests digests, ReaderLinker linker) {

  /**
   * What one mail needs; whatever is missing was deleted since it was planned.
   *
   * @param links of the subscriber; there if the subscriber is
   */
  record Needs(
      Optional<Subscriber> subscriber, Optional<ReaderLinks> links, Optional<Written> written) {}

  /** By the ids of the deliveries. */
  Map<Long, Needs> of(List<Delivery> deliveries) {
    Map<Long, Subscriber> subscribers =
        byId(
            readership.subscribers().with(ids(deliveries, d -> d.order().subscriber())),
            Subscriber::id);
    Map<Long, Written> written =
        byId(digests.written(ids(deliveries, d -> d.order().reference())), w -> w.planned().id());
    Map<Long, ReaderLinks> links = linker.of(subscribers.values());
    Map<Long, Needs> needs = new HashMap<>();
    for (Delivery delivery : deliveries) {
      long reader = delivery.order().subscriber();
      needs.put(
          delivery.id(),
          new Needs(
              Optional.ofNullable(subscribers.get(reader)),
              Optional.ofNullable(links.get(reader)),
              Optional.ofNullable(written.get(delivery.order().reference()))));
    }
    return needs;
  }

  private static List<Long> ids(List<Delivery> deliveries, Function<Delivery, Long> id) {
    return deliveries.stream().map(id).distinct().toList();
  }

  private static <T> Map<Long, T> byId(List<T> all, Function<T, Long> id) {
    return all.stream().collect(Collectors.toMap(id, each -> each));
  }
}
