package dev.paperboy.digest;

import dev.paperboy.digest.Digests.Cover;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.outbox.Delivery.Order;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes digests of many subscribers in one transaction. Threads may share it. */
final class DigestWriter {

  private final Jdbi jdbi;
  private final Outbox outbox;
  private final MessageIds messageIds;
  private final Duration maxAge;
  private final Clock clock;

  /**
   * @param maxAge a mail not sent after so long expires
   */
  DigestWriter(Store store, Outbox outbox, MessageIds messageIds, Duration maxAge, Clock clock) {
    this.jdbi = store.jdbi();
    this.outbox = outbox;
    this.messageIds = messageIds;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /** See {@link Digests#write}. */
  Set<Long> write(List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return Set.of();
    }
    return jdbi.inTransaction(
        db -> {
          List<Decision> ours = move(db, decisions);
          List<Cover> covers = ours.stream().flatMap(d -> d.cover().stream()).toList();
          if (!covers.isEmpty()) {
            write(db, covers);
          }
          return ours.stream().map(d -> d.subscriber().id()).collect(Collectors.toSet());
        });
  }

  private List<Decision> move(Handle db, List<Decision> decisions) {
    int[] moved =
        Subscribers.move(db, decisions.stream().map(Decision::move).toList(), clock.instant());
    return IntStream.range(0, moved.length)
        .filter(i -> moved[i] == 1)
        .mapToObj(decisions::get)
        .toList();
  }

  private void write(Handle db, List<Cover> covers) {
    forgetReturned(db, covers);
    List<Long> ids = insert(db, covers);
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (covers.get(i).outcome() == Outcome.QUEUED) {
        orders.add(order(covers.get(i), ids.get(i)));
      }
    }
    outbox.enqueue(db, orders);
  }

  /**
   * The same editions are planned once more: the new digest takes the place of the returned one.
   */
  private void forgetReturned(Handle db, List<Cover> covers) {
    Map<Long, Integer> last = new HashMap<>();
    covers.forEach(c -> last.put(c.subscriber().id(), c.digest().editions().last()));
    db.createQuery(
            Digests.SELECT + "where subscriber_id in (<subscribers>) and outcome = 'returned'")
        .bindList("subscribers", List.copyOf(last.keySet()))
        .map(Digests.MAPPER)
        .filter(digest -> Objects.equals(digest.editions().last(), last.get(digest.subscriber())))
        .forEach(
            digest -> {
              outbox.forget(db, Digests.KIND, digest.id());
              db.createUpdate("delete from digest where id = :id")
                  .bind("id", digest.id())
                  .execute();
            });
  }

  /** The ids of the new rows, in order. */
  private List<Long> insert(Handle db, List<Cover> covers) {
    PreparedBatch batch =
        db.prepareBatch(
            """
            insert into digest (subscriber_id, first_edition, last_edition, digest_date, outcome,
              matched, selection, planned_at)
            values (:subscriber, :first, :last, :date, :outcome, :matched, :selection, :now)
            """);
    for (Cover cover : covers) {
      Digest digest = cover.digest();
      batch
          .bind("subscriber", cover.subscriber().id())
          .bind("first", digest.editions().first())
          .bind("last", digest.editions().last())
          .bind("date", digest.date())
          .bind("outcome", cover.outcome().word())
          .bind("matched", digest.matched())
          .bind("selection", cover.selection())
          .bind("now", OffsetDateTime.now(clock))
          .add();
    }
    return batch.executePreparedBatch("id").mapTo(Long.class).list();
  }

  private Order order(Cover cover, long id) {
    Subscriber subscriber = cover.subscriber();
    return new Order(
        Digests.KIND,
        id,
        subscriber.id(),
        subscriber.address(),
        messageIds.of(Digests.KIND, cover.digest(), subscriber),
        clock.instant().plus(maxAge));
  }
}
