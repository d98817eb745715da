package dev.paperboy.app;

import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.inbound.Feedback;
import dev.paperboy.notice.Notices.Told;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Subscriber;
import java.util.List;
import java.util.Map;

/**
 * All that the store holds about a reader, each list newest first.
 *
 * @param papers the keys of the papers in each digest, by the digest's id
 */
record StoredReader(
    Subscriber subscriber,
    List<PlannedDigest> digests,
    Map<Long, List<String>> papers,
    List<Delivery> deliveries,
    List<Feedback> feedback,
    List<Told> notices) {

  static StoredReader of(Application application, Subscriber subscriber) {
    long id = subscriber.id();
    return new StoredReader(
        subscriber,
        application.digests().of(id, Integer.MAX_VALUE),
        application.digests().papersOf(id),
        application.outbox().of(id),
        application.feedback().of(id, Integer.MAX_VALUE),
        application.notices().told(subscriber.address()));
  }
}
