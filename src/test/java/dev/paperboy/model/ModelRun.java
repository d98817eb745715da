package dev.paperboy.model;

import dev.paperboy.TestClock;
import dev.paperboy.app.Application;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.model.Relay.Fate;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Listings;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.subscriber.Subscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The program, and beside it what it has promised each reader. Each step is taken by both, and then
 * every reader is compared. If a step falls into the middle of another one, the program may stand
 * as if it had come before that or after it, and nowhere else.
 */
final class ModelRun implements AutoCloseable {

  /** The receivers take mail again after so long. */
  private static final Duration RETRY = Duration.ofMinutes(10);

  final TestClock clock = new TestClock("2025-12-01T00:00:00Z");
  final List<Node> nodes = new ArrayList<>();
  final Editions editions = new Editions();

  /** By address; in order, so that a seed leads to the same steps again. */
  final Map<String, Promise> promises = new TreeMap<>();

  private final Map<String, Integer> papers = new HashMap<>();
  private final List<String> history = new ArrayList<>();
  private final Relay relay;

  /** What the relay does with the next mail. */
  private Fates fates = (recipient, messageId) -> Fate.ACCEPTED;

  /** Chooses what becomes of a mail. */
  interface Fates {
    Fate of(String recipient, String messageId);
  }

  ModelRun(Path folder, StoreSettings settings, int nodes) {
    relay = new Relay(this::receive);
    for (int i = 0; i < nodes; i++) {
      this.nodes.add(new Node(folder, clock, settings, relay));
    }
  }

  Application application() {
    return nodes.get(0).application();
  }

  void note(String step) {
    history.add(clock.instant() + "  " + step);
  }

  List<String> history() {
    return List.copyOf(history);
  }

  Optional<Subscriber> find(String address) {
    return application().readership().subscribers().find(EmailAddress.parse(address).orElseThrow());
  }

  /** A dump of today comes in. */
  void takeIn(List<String> topics, boolean archiveOnly) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Editions.Edition edition = editions.add(today, archiveOnly, topics);
    List<Listing> listings = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      String title = "Paper n" + (edition.firstPaper() + i);
      listings.add(Listings.listing(null, title, "We look at one " + topics.get(i) + " at work."));
    }
    application()
        .archive()
        .record(Listings.dump("dump " + edition.number(), today.toString()), listings, archiveOnly);
    nodes
        .get(0)
        .store()
        .jdbi()
        .useHandle(
            db ->
                db.createQuery("select paper_key, title from paper where edition = :edition")
                    .bind("edition", edition.number())
                    .map(
                        (row, context) ->
                            papers.put(
                                row.getString("paper_key"),
                                Integer.valueOf(row.getString("title").substring(7))))
                    .list());
  }

  /** Takes a step of planning, and lets everybody be as before it, or as after it. */
  void plan(Runnable step, BiConsumer<Promise, Boolean> promised, boolean mayFail) {
    observe();
    step.run();
    promises.forEach(
        (address, promise) -> {
          Promise planned = promise.copy();
          promised.accept(planned, true);
          choose(address, mayFail ? List.of(planned, promise) : List.of(planned));
        });
    check();
  }

  /** Whichever of these the store agrees with is what was promised from now on. */
  void choose(String address, List<Promise> futures) {
    Optional<Seen> seen = see(address);
    Promise chosen =
        futures.stream()
            .filter(future -> seen.filter(there -> there.keeps(future)).isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        "%s is %s and should be %s"
                            .formatted(address, seen.map(Seen::toString).orElse("gone"), futures)));
    promises.put(address, chosen);
  }

  Optional<Seen> see(String address) {
    return find(address).map(subscriber -> Seen.of(application(), subscriber, papers));
  }

  /** Tells the promises who has which mail in hand. */
  void observe() {
    promises.keySet().forEach(this::observe);
  }

  void observe(String address) {
    see(address).ifPresent(seen -> seen.tell(promises.get(address)));
  }

  /** Everybody stands as was promised. */
  void check() {
    promises.forEach((address, promise) -> choose(address, List.of(promise)));
    for (Subscriber subscriber : application().readership().subscribers().all()) {
      if (!promises.containsKey(subscriber.address().toString())) {
        throw new AssertionError(subscriber.address() + " is still there");
      }
    }
  }

  /** A node sends what is due. */
  void deliver(Node node, Fates chosen, Runnable interruption) {
    fates = chosen;
    try {
      node.deliver(interruption);
    } finally {
      fates = (recipient, messageId) -> Fate.ACCEPTED;
    }
    takenBack();
    retrySoon(node);
    check();
  }

  private Fate receive(String recipient, String messageId, Set<Integer> mailed) {
    Promise promise = promises.get(recipient);
    if (promise == null) {
      throw new AssertionError("a mail goes to " + recipient + ", who was erased");
    }
    Waiting digest = promise.begin(mailed, clock.instant());
    Fate fate = fates.of(recipient, messageId);
    note("    " + fate + ": " + mailed + " to " + recipient);
    if (fate == Fate.ACCEPTED || fate == Fate.TAKEN_UNANSWERED || fate == Fate.DIES_AFTER) {
      promise.arrive(digest, messageId, fate == Fate.ACCEPTED);
    }
    return fate;
  }

  /** A mail in hand or in doubt comes back if its reader has paused or left meanwhile. */
  private void takenBack() {
    promises.forEach(
        (address, promise) -> {
          List<Waiting> seen = see(address).map(Seen::waiting).orElse(List.of());
          List<Waiting> gone = new ArrayList<>(promise.waiting);
          gone.removeIf(digest -> seen.stream().anyMatch(digest::covers));
          if (!gone.isEmpty() && promise.isHere() && !promise.isPaused(clock.instant())) {
            throw new AssertionError(gone + " is never sent to " + address + ": " + promise);
          }
          for (int i = gone.size() - 1; i >= 0; i--) {
            promise.giveBack(gone.get(i));
          }
        });
  }

  /** At a fixed time, as waits are random, and a seed is to lead to the same steps again. */
  private void retrySoon(Node node) {
    node.store()
        .jdbi()
        .useHandle(
            db ->
                db.createUpdate(
                        """
                        update delivery set due_at = :soon
                        where state in (<states>) and due_at > :now
                          and coalesce(waits_for, 'receiver') = 'receiver'
                        """)
                    .bindList(
                        "states",
                        List.of(Delivery.State.DEFERRED.word(), Delivery.State.IN_DOUBT.word()))
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("soon", clock.instant().plus(RETRY).atOffset(ZoneOffset.UTC))
                    .execute());
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
  }
}
