package dev.paperboy.model;

import dev.paperboy.app.Application;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Subscriber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** How the store has a reader. */
record Seen(Subscriber subscriber, List<Waiting> waiting) {

  private static final Set<Delivery.State> OVER =
      Set.of(
          Delivery.State.SENT,
          Delivery.State.CANCELLED,
          Delivery.State.FAILED,
          Delivery.State.EXPIRED);

  static Seen of(Application application, Subscriber subscriber, Map<String, Integer> papers) {
    Map<Long, List<String>> keys = application.digests().papersOf(subscriber.id());
    List<Waiting> waiting = new ArrayList<>();
    for (Delivery delivery : application.outbox().of(subscriber.id())) {
      if (delivery.order().kind().equals("digest") && !OVER.contains(delivery.state())) {
        long id = delivery.order().reference();
        waiting.add(
            waiting(
                application.digests().find(id).orElseThrow(),
                numbers(keys.getOrDefault(id, List.of()), papers),
                delivery));
      }
    }
    waiting.sort(Comparator.comparing(Waiting::last));
    return new Seen(subscriber, waiting);
  }

  private static Waiting waiting(PlannedDigest digest, Set<Integer> papers, Delivery delivery) {
    boolean free =
        delivery.state() == Delivery.State.PENDING || delivery.state() == Delivery.State.DEFERRED;
    return new Waiting(digest.editions().first(), digest.editions().last(), papers, free);
  }

  private static Set<Integer> numbers(Collection<String> keys, Map<String, Integer> papers) {
    Set<Integer> numbers = new TreeSet<>();
    keys.forEach(key -> numbers.add(papers.get(key)));
    return numbers;
  }

  /** Whether the reader stands as was promised. */
  boolean keeps(Promise promise) {
    return subscriber.standing().state() == promise.state
        && Objects.equals(subscriber.standing().pausedUntil(), promise.until)
        && subscriber.progress().lastEdition() == promise.covered
        && subscriber.progress().nextDigestAt().equals(promise.next)
        && isSame(promise.waiting);
  }

  private boolean isSame(List<Waiting> promised) {
    if (waiting.size() != promised.size()) {
      return false;
    }
    for (int i = 0; i < promised.size(); i++) {
      if (!waiting.get(i).isSame(promised.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Tells the promise who has which of its digests in hand. */
  void tell(Promise promise) {
    promise.waiting.replaceAll(
        digest ->
            waiting.stream().filter(digest::covers).findFirst().map(digest::as).orElse(digest));
  }

  @Override
  public String toString() {
    return "%s%s, covered %d, next %s, waiting %s"
        .formatted(
            subscriber.standing().state(),
            subscriber.standing().pausedUntil() == null
                ? ""
                : " until " + subscriber.standing().pausedUntil(),
            subscriber.progress().lastEdition(),
            subscriber.progress().nextDigestAt(),
            waiting);
  }
}
